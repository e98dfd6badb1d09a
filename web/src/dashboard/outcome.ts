import { formatCount, formatNumber } from '../lib/format';
import { labelOfSource } from '../lib/sources';
import type { Candidate, Company, WorkerId } from './documents';

/** The outcome of an action. */
export interface Outcome {
  isGood: boolean;
  text: string;
  /** The worker that does it in its next tick, where that is still to come. */
  next?: WorkerId;
}

/** The parts of a request on which its outcome depends. */
interface Asked {
  /** The board that is to be synced. */
  company?: string;
  /** The worker whose rows are changed. */
  worker?: WorkerId;
}

/** The API's answer to an action. */
export interface Answer {
  success: boolean;
  error?: string;
  outcome?: 'worked' | 'idle' | 'busy' | 'resting' | 'failed';
  /** The runs of a busy worker, and whether the requested company comes next. */
  running?: { source?: string; company?: string }[];
  queued?: boolean;
  jobsAdded?: number;
  jobsUpdated?: number;
  jobsDeleted?: number;
  companiesChecked?: number;
  companiesAdded?: number;
  runs?: unknown[];
  /** Whether a change changed anything. */
  changed?: boolean;
  data?: Entry | Company | Candidate | { queued: number };
}

/** A board or a candidate that was entered, and its present state. */
interface Entry {
  slug: string;
  kind: 'board' | 'candidate';
  isNew: boolean;
  status?: 'active' | 'empty' | 'gone' | 'paused' | 'pending' | 'discovered' | 'not_found' | 'rejected';
}

/** The states that entering does not change. */
const LASTING: Partial<Record<NonNullable<Entry['status']>, string>> = {
  paused: 'stays paused',
  discovered: 'its board has been found',
  rejected: 'stays rejected',
};

function describeEntry({ slug, kind, isNew, status }: Entry): Outcome {
  const isBoard = kind === 'board';
  const lasting = status && LASTING[status];
  const usual = isBoard ? 'is due at once' : 'is checked by the next discovery run';
  const text = `${slug} ${isNew ? 'has been added' : 'was known already'} and ${lasting ?? usual}.`;
  return { isGood: true, text, ...(lasting ? {} : { next: isBoard ? 'ats' : 'discovery' }) };
}

function describeChange(after: Company | Candidate, hasChanged: boolean): Outcome {
  const name = 'name' in after ? after.name : after.slug;
  const say = (text: string, next?: WorkerId): Outcome => ({ isGood: true, text: `${name} ${text}.`, next });
  if ('checks' in after) {
    return after.status === 'rejected' ? say('is looked for no more') : say('is looked for first in the next tick', 'discovery');
  }
  if (after.health === 'paused') return say(hasChanged ? 'is paused; its postings stay as they are' : 'was paused already');
  return hasChanged ? say('comes first in the next tick', 'ats') : say('was in the rotation already');
}

function describeRetry(queued: number, worker?: WorkerId): Outcome {
  const [one, many] = worker === 'discovery' ? ['candidate', 'candidates'] : ['board', 'boards'];
  if (queued === 0) return { isGood: true, text: `No ${one} waits after a failure.` };
  return { isGood: true, text: `${formatCount(queued, `${one} is`, `${many} are`)} due now.`, next: worker };
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

function describeTick(answer: Answer): string {
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
  return `${facts.join(', ')}.`;
}

/** Puts the outcome of an action into words. */
export function describe(answer: Answer, { company, worker }: Asked = {}): Outcome {
  const { data, queued } = answer;
  if (answer.error) return { isGood: false, text: answer.error };
  if (answer.outcome === 'busy') {
    return { isGood: true, text: describeBusy(answer, company), ...(queued && company ? { next: worker } : {}) };
  }
  if (queued && company) return { isGood: true, text: `Its source or the worker rests; ${company} comes first after that.` };
  if (answer.outcome === 'resting') return { isGood: false, text: RESTING };
  if (data && 'queued' in data) return describeRetry(data.queued, worker);
  if (data && 'kind' in data) return describeEntry(data);
  if (data) return describeChange(data, answer.changed ?? false);
  if (answer.runs?.length === 0) return { isGood: true, text: describeNothing(company) };
  return { isGood: true, text: describeTick(answer) };
}
