import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Job } from '../api/types';
import { formatNumber } from '../lib/format';
import type { Overview } from './documents';
import { compareWithSite } from './site-comparison';
import { siteJobsQuery } from './site-jobs';

/** The changes that an answer of a board would make on the site. */
export function BesideTheSite({ overview, board }: { overview: Overview; board: string }) {
  const { data, error } = useQuery(siteJobsQuery(overview.source, board));
  if (!data) return <p className="quiet">{error ? error.message : 'Looking at what the site holds …'}</p>;
  const { fresh, changed, same, missing } = compareWithSite(overview.postings, data);
  return (
    <details className="beside-the-site">
      <summary>
        Beside what the site holds: {formatNumber(fresh.length)} new, {formatNumber(changed.length)} otherwise,{' '}
        {formatNumber(same)} the same, {formatNumber(missing.length)} not in this answer
      </summary>
      <Group name="New" items={fresh.map(({ id, title }) => ({ key: id, content: title }))} />
      <Group
        name="Otherwise on the site"
        items={changed.map(({ job, fields }) => ({ key: job.id, content: <JobLink job={job} note={fields.join(', ')} /> }))}
      />
      <Group name="Not in this answer" items={missing.map((job) => ({ key: job.id, content: <JobLink job={job} /> }))} />
    </details>
  );
}

function Group({ name, items }: { name: string; items: { key: string | number; content: ReactNode }[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{name}</h3>
      <ul>
        {items.map(({ key, content }) => (
          <li key={key}>{content}</li>
        ))}
      </ul>
    </section>
  );
}

function JobLink({ job: { id, slug, title }, note }: { job: Job; note?: string }) {
  return (
    <>
      <Link to="/jobs/$id/{-$slug}" params={{ id: String(id), slug }} preload={false}>
        {title}
      </Link>{' '}
      <span className="quiet">{note}</span>
    </>
  );
}
