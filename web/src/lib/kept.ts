import { useSyncExternalStore } from 'react';
import type { Job, SourceName } from '../api/types';

/** A posting as its list shows it. */
export type ListedJob = Omit<Job, 'description' | 'category'>;

export interface KeptCompany {
  source: SourceName;
  name: string;
}

/** What readers keep to themselves: it stays in their browser. */
export interface Kept {
  saved: ListedJob[];
  hidden: ListedJob[];
  savedCompanies: KeptCompany[];
  hiddenCompanies: KeptCompany[];
  /** Whether single keys do something. */
  usesKeys: boolean;
}

const KEY = 'spearyx-jobs';
const NOTHING: Kept = { saved: [], hidden: [], savedCompanies: [], hiddenCompanies: [], usesKeys: true };

let kept: Kept | undefined;
const listeners = new Set<() => void>();

const list = <T>(value: unknown): T[] => (Array.isArray(value) ? value.filter((item) => item !== null) : []);

function read(): Kept {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof Kept, unknown>>;
    return {
      saved: list(stored.saved),
      hidden: list(stored.hidden),
      savedCompanies: list(stored.savedCompanies),
      hiddenCompanies: list(stored.hiddenCompanies),
      usesKeys: stored.usesKeys !== false,
    };
  } catch {
    return NOTHING;
  }
}

function change(changed: Partial<Kept>) {
  kept = { ...(kept ?? read()), ...changed };
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: it lasts as long as the page does.
  }
  for (const listener of listeners) listener();
}

function onStorage({ key }: StorageEvent) {
  if (key !== KEY && key !== null) return;
  kept = read();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', onStorage);
  };
}

/** What is kept; nothing while the page is the server's. */
export const useKept = () =>
  useSyncExternalStore(
    subscribe,
    () => (kept ??= read()),
    () => NOTHING,
  );

const isSame = (a: KeptCompany, b: KeptCompany) =>
  a.source === b.source && a.name.toLowerCase() === b.name.toLowerCase();

export const companyOf = ({ sourceName, company }: Pick<Job, 'sourceName' | 'company'>): KeptCompany => ({
  source: sourceName,
  name: company,
});

export const hasJob = (jobs: { id: number }[], { id }: { id: number }) => jobs.some((job) => job.id === id);
export const hasCompany = (companies: KeptCompany[], company: KeptCompany) =>
  companies.some((one) => isSame(one, company));

export const isHidden = (all: Kept, job: ListedJob) =>
  hasJob(all.hidden, job) || hasCompany(all.hiddenCompanies, companyOf(job));

const hideListeners = new Set<(job: ListedJob) => void>();

/**
 * Tells of each posting that the reader hides in this page.
 * @returns what ends it
 */
export function onHide(listener: (job: ListedJob) => void) {
  hideListeners.add(listener);
  return () => void hideListeners.delete(listener);
}

/** Keeps a posting among the saved or hidden ones, newest first, or takes it out again. */
export function toggleJob(list: 'saved' | 'hidden', job: ListedJob) {
  const jobs = (kept ??= read())[list];
  const isIn = hasJob(jobs, job);
  change({ [list]: isIn ? jobs.filter(({ id }) => id !== job.id) : [toListed(job), ...jobs] });
  if (list === 'hidden' && !isIn) for (const listener of hideListeners) listener(job);
}

/** The same for a company. */
export function toggleCompany(list: 'savedCompanies' | 'hiddenCompanies', company: KeptCompany) {
  const companies = (kept ??= read())[list];
  const isIn = hasCompany(companies, company);
  change({ [list]: isIn ? companies.filter((one) => !isSame(one, company)) : [company, ...companies] });
}

/** Lets single keys do something, or not. */
export const setUsesKeys = (usesKeys: boolean) => change({ usesKeys });

/** Only what a list shows: postings are many, storage and pages are small. */
export function toListed(job: ListedJob): ListedJob {
  const { id, title, company, slug, sourceUrl, sourceName, location, remoteScope, payRange } = job;
  const { salaryMin, salaryMax, salaryCurrency, salaryPeriod, salaryUsdYear } = job;
  const { level, employmentType, utcOffsets } = job;
  const { postDate, expiresAt, createdAt, updatedAt, closedAt, categoryId } = job;
  const { firstSeenAt, reposts, role } = job;
  return {
    ...{ id, title, company, slug, sourceUrl, sourceName, location, remoteScope, payRange },
    ...{ salaryMin, salaryMax, salaryCurrency, salaryPeriod, salaryUsdYear },
    ...{ level, employmentType, utcOffsets },
    ...{ postDate, expiresAt, createdAt, updatedAt, closedAt, categoryId },
    ...{ firstSeenAt, reposts, role },
  };
}
