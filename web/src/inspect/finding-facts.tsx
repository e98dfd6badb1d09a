import type { ReactNode } from 'react';
import { formatDate } from '../lib/format';
import { nameOfScope } from '../lib/scopes';
import type { KeptFinding } from './documents';
import { scopeUnstated } from './report';

const NOTHING = <span className="quiet">not stated</span>;

const dateOf = (seconds: number | null) => seconds !== null && formatDate(new Date(seconds * 1_000).toISOString());

/** The row that a posting becomes, field by field. */
export function FindingFacts({ finding }: { finding: KeptFinding }) {
  const { category } = finding;
  return (
    <dl className="finding-facts">
      <Fact name="Company">{finding.company}</Fact>
      <Fact name="Location">{finding.location}</Fact>
      <Fact name="Work from">
        {finding.remoteScope ? (
          <WorkFrom scope={finding.remoteScope} reason={finding.scopeReason} />
        ) : (
          <span className="quiet">{scopeUnstated(finding)}</span>
        )}
      </Fact>
      <Fact name="Category">
        {category.name}{' '}
        <span className="quiet">
          {category.term ? `because of “${category.term}”` : 'since nothing points elsewhere'}
        </span>
      </Fact>
      <Fact name="Pay">
        {finding.payRange && (
          <>
            <span>{finding.payRange}</span> <span className="quiet">from its {finding.payFrom}</span>
          </>
        )}
      </Fact>
      <Fact name="Posted">{dateOf(finding.postDate)}</Fact>
      <Fact name="Expires">{dateOf(finding.expiresAt)}</Fact>
      <Fact name="Id">
        <code>{finding.id}</code>
      </Fact>
      {finding.copies.length > 0 && (
        <Fact name="Same role as">
          <code>{finding.copies.join(', ')}</code>
        </Fact>
      )}
      <Fact name="Link">
        <code>{finding.url}</code>
      </Fact>
      <Fact name="Content hash">
        <code>{finding.contentHash}</code>
      </Fact>
      {finding.isTruncated && <Fact name="Description">cut to what a row can hold</Fact>}
    </dl>
  );
}

/** The place of a posting that becomes no row. */
export function PlaceLeftOut({ location }: { location: string | null }) {
  return (
    <dl className="finding-facts">
      <Fact name="Location">{location}</Fact>
    </dl>
  );
}

/** The scope, the words that state it, and those that did not count. */
function WorkFrom({ scope, reason }: { scope: string[]; reason: KeptFinding['scopeReason'] }) {
  return (
    <>
      {scope.map(nameOfScope).join(', ')}{' '}
      {reason && (
        <span className="quiet">
          because of the {reason.field}: “{reason.words}”{reason.passedOver && `, not of the ${reason.passedOver}`}
        </span>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || NOTHING}</dd>
    </div>
  );
}
