import { useSyncExternalStore } from 'react';
import type { Job } from '../api/types';
import { noteForFirstPaint } from './first-paint';
import {
  type FollowedSearch,
  type Kept,
  type KeptCompany,
  type ListedJob,
  NOTHING,
  isSameCompany,
  mergeKept,
  readKept,
  toListed,
  viewedNow,
} from './kept-format';

export type { AppliedJob, FollowedSearch, Kept, KeptCompany, ListedJob } from './kept-format';

/* The reader's storage, as every page of the site in every tab sees it. */

const STORAGE_KEY = 'spearyx-jobs';

let kept: Kept | undefined;
const listeners = new Set<() => void>();

function read(): Kept {
  try {
    return readKept(localStorage.getItem(STORAGE_KEY));
  } catch {
    return NOTHING;
  }
}

const now = () => (kept ??= read());

function change(changed: Partial<Kept>) {
  kept = { ...now(), ...changed };
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
    noteForFirstPaint(kept);
  } catch {
    // Storage is full or forbidden: it lasts as long as the page does.
  }
  for (const listener of listeners) listener();
}

function onStorage({ key }: StorageEvent) {
  if (key !== STORAGE_KEY && key !== null) return;
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

/** The kept things; nothing while the page is the server's. */
export const useKept = () => useSyncExternalStore(subscribe, now, () => NOTHING);

/** Whether `useKept` tells the kept things, which it cannot while the page is the server's. */
export const useIsKeptKnown = () => useSyncExternalStore(subscribe, () => true, () => false);

export const companyOf = ({ companyId, company }: Pick<Job, 'companyId' | 'company'>): KeptCompany => ({
  id: companyId,
  name: company,
});

export const hasJob = (jobs: { id: number }[], { id }: { id: number }) => jobs.some((job) => job.id === id);
export const hasCompany = (companies: KeptCompany[], company: KeptCompany) =>
  companies.some((one) => isSameCompany(one, company));

export const isHidden = (all: Kept, job: ListedJob) =>
  hasJob(all.hidden, job) || hasCompany(all.hiddenCompanies, companyOf(job));

/** A posting or company that the reader has hidden in this page. */
export interface Hiding {
  name: string;
  undo: () => void;
}

const hidings: Hiding[] = [];
const hideListeners = new Set<(hiding?: Hiding) => void>();

function noteHiding(hiding: Hiding) {
  hidings.push(hiding);
  for (const listener of hideListeners) listener(hiding);
}

/**
 * Calls the listener with everything that the reader hides in this page, and without an argument when it is
 * undone.
 * @returns the function that ends it
 */
export function onHide(listener: (hiding?: Hiding) => void) {
  hideListeners.add(listener);
  return () => void hideListeners.delete(listener);
}

/** Brings back the last thing hidden in this page, then the one before it. */
export function undoHiding() {
  hidings.pop()?.undo();
  for (const listener of hideListeners) listener(undefined);
}

const withoutJob = <T extends { id: number }>(jobs: T[], { id }: { id: number }) => jobs.filter((job) => job.id !== id);
const withoutCompany = (companies: KeptCompany[], company: KeptCompany) =>
  companies.filter((one) => !isSameCompany(one, company));

/** Keeps a posting among the saved or hidden ones, newest first, or takes it out again. */
export function toggleJob(list: 'saved' | 'hidden', job: ListedJob) {
  const jobs = now()[list];
  const isIn = hasJob(jobs, job);
  change({ [list]: isIn ? withoutJob(jobs, job) : [toListed(job), ...jobs] });
  if (list === 'saved' || isIn) return;
  noteHiding({ name: job.title, undo: () => change({ hidden: withoutJob(now().hidden, job) }) });
}

/** Keeps a company among the saved or hidden ones, at every source, or takes it out again. */
export function toggleCompany(list: 'savedCompanies' | 'hiddenCompanies', company: KeptCompany) {
  const companies = now()[list];
  const isIn = hasCompany(companies, company);
  change({ [list]: isIn ? withoutCompany(companies, company) : [company, ...companies] });
  if (list === 'savedCompanies' || isIn) return;
  const undo = () => change({ hiddenCompanies: withoutCompany(now().hiddenCompanies, company) });
  noteHiding({ name: company.name, undo });
}

/** Keeps that a posting was read. */
export function markViewed(id: number) {
  if (now().viewed[0] !== id) change({ viewed: viewedNow(now().viewed, id) });
}

/** Notes that the reader applied, now, or takes the note back. */
export function toggleApplied(job: ListedJob) {
  const { applied } = now();
  const isIn = hasJob(applied, job);
  const appliedAt = new Date().toISOString();
  change({ applied: isIn ? withoutJob(applied, job) : [{ ...toListed(job), appliedAt, note: '' }, ...applied] });
}

/** Writes a note to a posting that the reader applied for. */
export function noteApplied(id: number, note: string) {
  change({ applied: now().applied.map((job) => (job.id === id ? { ...job, note } : job)) });
}

/** Keeps a search under its name, or renews it; its list counts as seen. */
export function followSearch(search: Omit<FollowedSearch, 'seenAt'>) {
  const others = now().searches.filter(({ name }) => name !== search.name);
  change({ searches: [{ ...search, seenAt: new Date().toISOString() }, ...others] });
}

export const unfollowSearch = (name: string) =>
  change({ searches: now().searches.filter((search) => search.name !== name) });

/** Remembers the country where the reader lives, or forgets it. */
export const setLivesIn = (livesIn?: string) => change({ livesIn });

/** Switches single keys on or off. */
export const setUsesKeys = (usesKeys: boolean) => change({ usesKeys });

/** The kept things as a file. */
export const exportKept = () => JSON.stringify(now(), null, 2);

/**
 * Adds the things in a file that another browser has written; nothing is lost by it.
 * @returns whether it is such a file
 */
export function importKept(text: string): boolean {
  const other = readKept(text);
  if (other !== NOTHING) change(mergeKept(now(), other));
  return other !== NOTHING;
}
