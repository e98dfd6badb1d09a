import { formatPay } from './format';
import type { ListedJob } from './kept-format';

/** The API's present state of kept postings. */
export interface Now {
  jobs: ListedJob[];
  /** Ids of those that it has no more. */
  gone: number[];
}

/** A posting as it is now. */
export interface Since {
  /** As it was when it was kept. */
  before?: ListedJob;
  isGone?: boolean;
}

/** Postings that are kept as they are now; those that the API was not asked for, as they were. */
export function asOfNow<Item extends ListedJob>(kept: Item[], { jobs, gone }: Now): (Item & Since)[] {
  return kept.map((job) => {
    const now = jobs.find(({ id }) => id === job.id);
    return now ? { ...job, ...now, before: job } : { ...job, isGone: gone.includes(job.id) };
  });
}

/** The change of a posting since it was kept, except its end: "Pay changed, was $80,000 a year". */
export function newsOf(job: ListedJob & Since): string | undefined {
  if (job.isGone) return 'Closed long ago';
  const [before, now] = [job.before && formatPay(job.before), formatPay(job)];
  if (!job.before || before === now) return undefined;
  return before ? `Pay changed, was ${before}` : 'Pay is stated now';
}
