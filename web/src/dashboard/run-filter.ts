import { sources } from '../lib/sources';

/** Which runs are listed; under the API's own names, all of it in the page's address. */
export interface RunFilter {
  type?: string;
  source?: string;
  status?: string;
  company?: string;
  errors?: boolean;
}

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

export const labelOfType = (type: string) => TYPES.find(({ name }) => name === type)?.label ?? type;

const oneOf = (value: unknown, known: readonly { name: string }[]) => known.find(({ name }) => name === value)?.name;

export function readRunFilter(raw: Record<string, unknown>): RunFilter {
  return {
    type: oneOf(raw.type, TYPES),
    source: oneOf(raw.source, sources()),
    status: oneOf(raw.status, STATUSES),
    company: (typeof raw.company === 'string' && raw.company.trim().slice(0, 100)) || undefined,
    errors: raw.errors === 'true' || raw.errors === true || raw.errors === 'on' || undefined,
  };
}

export const isFiltered = (filter: RunFilter) => Object.values(filter).some((value) => value !== undefined);

/** Whether two filters let the same runs through. */
export function isSameFilter(a: RunFilter, b: RunFilter) {
  const read = (filter: RunFilter) => JSON.stringify(readRunFilter({ ...filter }));
  return read(a) === read(b);
}
