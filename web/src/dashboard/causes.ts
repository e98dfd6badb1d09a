import type { Run } from './documents';

/** Failed runs with one cause at one source. */
export interface Cause {
  /** The identifier of docs/errors.md, such as `rate_limited`. */
  code: string;
  source: string;
  count: number;
  /** The error of the latest of them. */
  error: string;
  at: string;
  lastRunId: string;
  companies: string[];
}

/** The identifier that an error begins with. */
export const codeOf = (error: string) => /^[a-z_]+(?=:|$)/.exec(error)?.[0] ?? 'other';

/** Groups runs, newest first, by the identifier of their errors; the most frequent first. */
export function groupByCause(runs: readonly Run[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const { id, error, source, syncType, company, completedAt, startedAt } of runs) {
    const text = error ?? 'The run left no error.';
    const code = codeOf(text);
    const place = source ?? syncType;
    const key = `${place}/${code}`;
    const cause = causes.get(key) ?? {
      code,
      source: place,
      count: 0,
      error: text.replace(/^[a-z_]+: /, ''),
      at: completedAt ?? startedAt,
      lastRunId: id,
      companies: [],
    };
    cause.count += 1;
    if (company && !cause.companies.includes(company)) cause.companies.push(company);
    causes.set(key, cause);
  }
  return [...causes.values()].sort((a, b) => b.count - a.count);
}
