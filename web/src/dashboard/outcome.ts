import { formatCount, formatNumber } from '../lib/format';
import { labelOfSource } from '../lib/sources';

/** What came of an action. */
export interface Outcome {
  isGood: boolean;
  text: string;
}

/** What the API answers to an action. */
export interface Answer {
  success: boolean;
  error?: string;
  outcome?: 'worked' | 'idle' | 'busy' | 'resting' | 'failed';
  /** Of a busy worker: what it is at, and whether the company that was asked for comes next. */
  running?: { source?: string; company?: string }[];
  queued?: boolean;
  jobsAdded?: number;
  jobsUpdated?: number;
  jobsDeleted?: number;
  companiesChecked?: number;
  companiesAdded?: number;
  runs?: unknown[];
  data?: Entry;
}

/** A board or a candidate that was entered, and how it stands now. */
interface Entry {
  slug: string;
  kind: 'board' | 'candidate';
  isNew: boolean;
  status?: 'active' | 'empty' | 'gone' | 'paused' | 'pending' | 'discovered' | 'not_found' | 'rejected';
}

/** What entering does not change. */
const LASTING: Partial<Record<NonNullable<Entry['status']>, string>> = {
  paused: 'stays paused',
  discovered: 'its board has been found',
  rejected: 'stays rejected',
};

function describeEntry({ slug, kind, isNew, status }: Entry): string {
  const usual = kind === 'board' ? 'is due at once' : 'is checked by the next discovery run';
  const next = (status && LASTING[status]) ?? usual;
  return `${slug} ${isNew ? 'has been added' : 'was known already'} and ${next}.`;
}

function describeBusy({ running = [], queued }: Answer, company?: string): string {
  const [first, ...others] = running.flatMap(({ source, company }) => company ?? (source ? labelOfSource(source) : []));
  const more = others.length > 0 ? ` and ${formatNumber(others.length)} more` : '';
  const busy = first ? `The worker is busy with ${first}${more}` : 'The worker is in the middle of a tick';
  if (!company) return `${busy}.`;
  return queued
    ? `${busy}; ${company} comes first in its next tick.`
    : `${busy}; ${company} does not wait for it, because it is paused or gone.`;
}

function describeNothing(company?: string): string {
  return company ? `${company} was not asked: its source rests.` : 'Nothing was due.';
}

const RESTING = 'The worker rests until midnight UTC: the rows that may be written today (D1_DAILY_WRITES) are used up.';

/**
 * Says in words what came of an action.
 * @param company the slug of the board that was to be synced
 */
export function describe(answer: Answer, company?: string): Outcome {
  if (answer.error) return { isGood: false, text: answer.error };
  if (answer.outcome === 'busy') return { isGood: true, text: describeBusy(answer, company) };
  if (answer.queued && company) return { isGood: true, text: `Its source or the worker rests; ${company} comes first after that.` };
  if (answer.outcome === 'resting') return { isGood: false, text: RESTING };
  if (answer.data) return { isGood: true, text: describeEntry(answer.data) };
  if (answer.runs?.length === 0) return { isGood: true, text: describeNothing(company) };
  const { jobsAdded = 0, jobsUpdated = 0, jobsDeleted = 0, companiesChecked, companiesAdded = 0 } = answer;
  const facts =
    companiesChecked === undefined
      ? [
          `${formatCount(jobsAdded, 'job', 'jobs')} added`,
          `${formatNumber(jobsUpdated)} updated`,
          `${formatNumber(jobsDeleted)} closed`,
        ]
      : [
          `${formatCount(companiesChecked, 'candidate', 'candidates')} checked`,
          `${formatCount(companiesAdded, 'board', 'boards')} found`,
        ];
  return { isGood: true, text: `${facts.join(', ')}.` };
}
