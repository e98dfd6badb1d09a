import { sources } from '../lib/sources';

/** The filter of the list of runs, under the API's own names; all of it is in the page's address. */
export type RunFilter = {
  type?: string;
  source?: string;
  status?: string;
  trigger?: string;
  company?: string;
  errors?: boolean;
  /** The order of the listed rows; any other name leaves them as they come. */
  sort?: string;
  /** The cursor at which the list begins, without scripts. */
  cursor?: string;
};

export const TYPES = [
  { name: 'ats', label: 'ATS sync' },
  { name: 'aggregator', label: 'Aggregator sync' },
  { name: 'discovery', label: 'Discovery' },
] as const;

export const STATUSES = [
  { name: 'success', label: 'Succeeded' },
  { name: 'failed', label: 'Failed' },
  { name: 'running', label: 'Running' },
] as const;

export const TRIGGERS = [
  { name: 'cron', label: 'Its schedule' },
  { name: 'manual', label: 'Somebody' },
] as const;

export const labelOfType = (type: string) => TYPES.find(({ name }) => name === type)?.label ?? type;

export const oneOf = (value: unknown, known: readonly { name: string }[]) =>
  known.find(({ name }) => name === value)?.name;

export const shortText = (value: unknown) => (typeof value === 'string' && value.trim().slice(0, 100)) || undefined;

export function readRunFilter(raw: Record<string, unknown>): RunFilter {
  return {
    type: oneOf(raw.type, TYPES),
    source: oneOf(raw.source, sources()),
    status: oneOf(raw.status, STATUSES),
    trigger: oneOf(raw.trigger, TRIGGERS),
    company: shortText(raw.company),
    errors: raw.errors === 'true' || raw.errors === true || raw.errors === 'on' || undefined,
    sort: shortText(raw.sort),
    cursor: shortText(raw.cursor),
  };
}

export const isFiltered = ({ cursor: _, sort: __, ...filter }: RunFilter) =>
  Object.values(filter).some((value) => value !== undefined);
