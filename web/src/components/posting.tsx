import { Link } from '@tanstack/react-router';
import type { JobDetail } from '../api/types';
import { andList } from '../lib/format';
import { companyKey } from '../lib/kept-format';
import { Icon } from './icons';
import { InspectLink } from './inspect-link';
import { PostingActions } from './posting-actions';
import { PostingFacts } from './posting-facts';
import { PostingCopies } from './posting-copies';
import { PostingHistory } from './posting-history';

/** A posting in full; `isPage` makes it the subject of a page of its own. */
export function Posting({ job, isPage = false }: { job: JobDetail; isPage?: boolean }) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <article className="posting" data-job={job.id} data-company={companyKey(job.companyId)}>
      <header>
        <Title className="posting-title">{isPage ? job.title : <TitleLink job={job} />}</Title>
        <div className="posting-origin">
          <p className="posting-company">
            <Icon name="building" />
            <Link to="/companies/$id" params={{ id: job.companyId }}>
              {job.company}
            </Link>
          </p>
          <Attribution job={job} />
        </div>
        {job.closedAt && (
          <p className="closed-note" role="note">
            <strong>This posting is closed.</strong> It is no longer listed at its source.
          </p>
        )}
        <PostingFacts job={job} />
        {job.possiblyStale && <StaleNote signs={job.possiblyStale} />}
      </header>
      <PostingActions job={job} />
      {isPage && <h2 className="visually-hidden">Description</h2>}
      {/* Cleansed by the core: it holds nothing that runs or fetches. */}
      <div
        className="prose"
        dangerouslySetInnerHTML={{ __html: job.content || '<p>The source gives no description.</p>' }}
      />
      <PostingCopies role={job.role} heading={isPage ? 'h2' : 'h3'} />
      <PostingHistory history={job.history} heading={isPage ? 'h2' : 'h3'} />
      {isPage && <InspectLink job={job} />}
    </article>
  );
}

function TitleLink({ job }: { job: JobDetail }) {
  return (
    <Link to="/jobs/$id/{-$slug}" params={{ id: String(job.id), slug: job.slug }} preload={false}>
      {job.title}
    </Link>
  );
}

const SIGNS: Record<string, string> = {
  open_long: 'it has been open for more than 90 days',
  reposted: 'it has been opened again more than once',
  not_seen: 'its source has not listed it for a week',
};

function StaleNote({ signs }: { signs: NonNullable<JobDetail['possiblyStale']> }) {
  return (
    <p className="stale-note" role="note">
      <strong>Possibly stale:</strong> {andList.format(signs.map((sign) => SIGNS[sign] ?? sign))}.
    </p>
  );
}

function Attribution({ job: { attribution } }: { job: JobDetail }) {
  return (
    <a className="attribution" href={attribution.homeUrl} rel={attribution.followLink ? undefined : 'nofollow'}>
      {attribution.credit}
    </a>
  );
}
