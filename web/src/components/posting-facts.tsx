import type { ReactNode } from 'react';
import type { JobDetail } from '../api/types';
import { formatCount, formatPay, formatScope } from '../lib/format';
import { Day } from './age';
import { type IconName, Icon } from './icons';

/** What is known of a posting at a glance; what is not stated is left out. */
export function PostingFacts({ job }: { job: JobDetail }) {
  const pay = formatPay(job);
  const scope = formatScope(job, 12);
  return (
    <dl className="facts">
      <Fact icon="pin" name="Work from">
        <span suppressHydrationWarning>{scope}</span>
        {job.location && job.location !== scope && <span className="quiet"> · {job.location}</span>}
      </Fact>
      {pay && (
        <Fact icon="money" name="Pay">
          {pay}
        </Fact>
      )}
      {job.category && (
        <Fact icon="filter" name="Category">
          {job.category.name}
        </Fact>
      )}
      <Fact icon="clock" name="Dates">
        {job.postDate && (
          <>
            Posted <Day date={job.postDate} />,{' '}
          </>
        )}
        first seen <Day date={job.firstSeenAt} />
        {job.reposts > 0 && <>, reposted {formatCount(job.reposts, 'time', 'times')}</>}
        {!job.closedAt && job.lastSeenAt && (
          <>
            , last seen <Day date={job.lastSeenAt} />
          </>
        )}
        {job.closedAt && (
          <>
            , closed <Day date={job.closedAt} />
          </>
        )}
        {!job.closedAt && job.expiresAt && (
          <>
            , open until <Day date={job.expiresAt} />
          </>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
