import { formatCount, formatNumber } from '../lib/format';

/** What came of an action. */
export interface Outcome {
  isGood: boolean;
  text: string;
}

/** What the API answers to an action. */
export interface Answer {
  success: boolean;
  error?: string;
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

/** Says in words what came of an action. */
export function describe(answer: Answer): Outcome {
  if (answer.error) return { isGood: false, text: answer.error };
  if (answer.data) return { isGood: true, text: describeEntry(answer.data) };
  if (answer.runs?.length === 0) return { isGood: true, text: 'Nothing was due.' };
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
