import type { Job } from '../api/types';
import { isCountry } from './scopes';
import { type JobFilter, readFilter } from './search';

/** A posting as its list shows it. */
export type ListedJob = Omit<Job, 'description' | 'category'>;

/** A posting that the reader has applied for. */
export interface AppliedJob extends ListedJob {
  /** The time of the application, ISO 8601. */
  appliedAt: string;
  note: string;
}

/** A company as one of its postings names it; it is the same at every source, by the key in its id. */
export interface KeptCompany {
  id: string;
  name: string;
}

/** A search under a name. */
export interface FollowedSearch {
  name: string;
  filter: JobFilter;
  /** The time at which its list was last looked at, ISO 8601. */
  seenAt: string;
}

/** Everything that a reader keeps; it stays in the browser. */
export interface Kept {
  saved: ListedJob[];
  hidden: ListedJob[];
  applied: AppliedJob[];
  /** Ids of postings that were read, the latest first. */
  viewed: number[];
  savedCompanies: KeptCompany[];
  hiddenCompanies: KeptCompany[];
  searches: FollowedSearch[];
  /** The code of the country where the reader lives. */
  livesIn?: string;
  /** Whether single keys do something. */
  usesKeys: boolean;
}

export const NOTHING: Kept = {
  saved: [],
  hidden: [],
  applied: [],
  viewed: [],
  savedCompanies: [],
  hiddenCompanies: [],
  searches: [],
  usesKeys: true,
};

/** The most ids of read postings that are kept. */
const MOST_VIEWED = 2_000;

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The fields of a posting that a list shows: postings are many, storage and pages are small. */
export function toListed(job: ListedJob): ListedJob {
  const { id, title, company, companyId, slug, sourceUrl, sourceName, location, remoteScope, payRange } = job;
  const { salaryMin, salaryMax, salaryCurrency, salaryPeriod, salaryUsdYear } = job;
  const { level, employmentType, utcOffsets } = job;
  const { postDate, expiresAt, createdAt, updatedAt, closedAt, categoryId } = job;
  const { firstSeenAt, reposts, role } = job;
  return {
    ...{ id, title, company, companyId, slug, sourceUrl, sourceName, location, remoteScope, payRange },
    ...{ salaryMin, salaryMax, salaryCurrency, salaryPeriod, salaryUsdYear },
    ...{ level, employmentType, utcOffsets },
    ...{ postDate, expiresAt, createdAt, updatedAt, closedAt, categoryId },
    ...{ firstSeenAt, reposts, role },
  };
}

/** Reads a posting from a storage or a file, which may be of an earlier version or of anybody's making. */
function readJob(value: unknown): ListedJob[] {
  if (!isObject(value) || !Number.isInteger(value.id) || !isText(value.title)) return [];
  const job = value as unknown as ListedJob;
  const isDate = (date: unknown) => isText(date) && !Number.isNaN(Date.parse(date));
  const createdAt = isDate(job.createdAt) ? job.createdAt : new Date(0).toISOString();
  return [
    toListed({
      ...job,
      company: isText(job.company) ? job.company : '',
      companyId: isText(job.companyId) ? job.companyId : '',
      slug: isText(job.slug) ? job.slug : '',
      location: isText(job.location) ? job.location : null,
      payRange: isText(job.payRange) ? job.payRange : null,
      remoteScope: list(job.remoteScope).filter(isText),
      postDate: isDate(job.postDate) ? job.postDate : null,
      firstSeenAt: isDate(job.firstSeenAt) ? job.firstSeenAt : createdAt,
      createdAt,
      role: { id: job.role?.id ?? job.id, postings: job.role?.postings ?? 1, places: list(job.role?.places).filter(isText) },
    }),
  ];
}

const readApplied = (value: unknown): AppliedJob[] =>
  readJob(value).map((job) => {
    const { appliedAt, note } = value as Fields;
    return { ...job, appliedAt: isText(appliedAt) ? appliedAt : job.createdAt, note: isText(note) ? note : '' };
  });

const readCompany = (value: unknown): KeptCompany[] =>
  isObject(value) && isText(value.id) && isText(value.name) ? [{ id: value.id, name: value.name }] : [];

const readSearch = (value: unknown): FollowedSearch[] =>
  isObject(value) && isText(value.name) && isText(value.seenAt) && isObject(value.filter)
    ? [{ name: value.name, seenAt: value.seenAt, filter: readFilter(value.filter) }]
    : [];

/** Reads a kept text; unknown parts count as absent. */
export function readKept(text: string | null): Kept {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (!isObject(stored)) return NOTHING;
    return {
      saved: list(stored.saved).flatMap(readJob),
      hidden: list(stored.hidden).flatMap(readJob),
      applied: list(stored.applied).flatMap(readApplied),
      viewed: list(stored.viewed).filter((id) => Number.isInteger(id)) as number[],
      savedCompanies: list(stored.savedCompanies).flatMap(readCompany),
      hiddenCompanies: list(stored.hiddenCompanies).flatMap(readCompany),
      searches: list(stored.searches).flatMap(readSearch),
      livesIn: isText(stored.livesIn) && isCountry(stored.livesIn) ? stored.livesIn : undefined,
      usesKeys: stored.usesKeys !== false,
    };
  } catch {
    return NOTHING;
  }
}

/** The key that all spellings of a company's name share. */
export const companyKey = (id: string) => id.replace(/~.*/s, '');

export const isSameCompany = (a: { id: string }, b: { id: string }) => companyKey(a.id) === companyKey(b.id);

export const viewedNow = (viewed: number[], id: number) =>
  [id, ...viewed.filter((one) => one !== id)].slice(0, MOST_VIEWED);

/** The union of two lists, each item once, the first's own where both have it. */
const union = <T>(some: T[], others: T[], isSame: (a: T, b: T) => boolean) => [
  ...some,
  ...others.filter((other) => !some.some((one) => isSame(one, other))),
];

const hasSameId = (a: { id: number }, b: { id: number }) => a.id === b.id;

/** Merges the kept things with those of a file. */
export const mergeKept = (kept: Kept, other: Kept): Kept => ({
  ...kept,
  saved: union(kept.saved, other.saved, hasSameId),
  hidden: union(kept.hidden, other.hidden, hasSameId),
  applied: union(kept.applied, other.applied, hasSameId),
  viewed: [...new Set([...kept.viewed, ...other.viewed])].slice(0, MOST_VIEWED),
  savedCompanies: union(kept.savedCompanies, other.savedCompanies, isSameCompany),
  hiddenCompanies: union(kept.hiddenCompanies, other.hiddenCompanies, isSameCompany),
  searches: union(kept.searches, other.searches, (a, b) => a.name === b.name),
});
