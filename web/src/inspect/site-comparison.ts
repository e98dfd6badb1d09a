import type { Job } from '../api/types';
import { type Finding, type KeptFinding, isKept } from './documents';

/** An answer of a board beside what the site holds of it. */
export interface Comparison {
  /** Kept ones that the site does not have. */
  fresh: KeptFinding[];
  /** Those that the site has otherwise, with the fields that differ. */
  changed: { job: Job; fields: string[] }[];
  same: number;
  /** Open ones of the site that the answer does not keep. */
  missing: Job[];
}

const FIELDS: [name: string, ofFinding: (one: KeptFinding) => unknown, ofJob: (one: Job) => unknown][] = [
  ['title', ({ title }) => title, ({ title }) => title],
  ['place', ({ location }) => location, ({ location }) => location],
  ['scope', ({ remoteScope }) => (remoteScope ?? []).toSorted().join(), ({ remoteScope }) => remoteScope.toSorted().join()],
  ['pay', ({ payRange }) => payRange, ({ payRange }) => payRange],
];

/** Compares them by the addresses of the postings, which no two share. */
export function compareWithSite(postings: readonly Finding[], jobs: readonly Job[]): Comparison {
  const kept = new Map(postings.filter(isKept).map((finding) => [finding.url, finding]));
  const known = new Set(jobs.map(({ sourceUrl }) => sourceUrl));
  const pairs = jobs.flatMap((job) => {
    const finding = kept.get(job.sourceUrl);
    return finding ? [{ job, fields: FIELDS.flatMap(([name, a, b]) => (a(finding) === b(job) ? [] : [name])) }] : [];
  });
  const changed = pairs.filter(({ fields }) => fields.length > 0);
  return {
    fresh: [...kept.values()].filter(({ url }) => !known.has(url)),
    changed,
    same: pairs.length - changed.length,
    missing: jobs.filter(({ sourceUrl }) => !kept.has(sourceUrl)),
  };
}
