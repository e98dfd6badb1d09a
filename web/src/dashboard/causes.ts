import type { Run } from './documents';

/** Failed runs that failed for one reason at one source. */
export interface Cause {
  /** The identifier of docs/errors.md, such as `rate_limited`. */
  code: string;
  source: string;
  count: number;
  /** What the latest of them says. */
  error: string;
  at: string;
  companies: string[];
}

/** Runs, newest first, by what their errors begin with; the most frequent first. */
export function groupByCause(runs: readonly Run[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const { error, source, syncType, company, completedAt, startedAt } of runs) {
    const text = error ?? 'The run left no error.';
    const code = /^[a-z_]+(?=:|$)/.exec(text)?.[0] ?? 'other';
    const place = source ?? syncType;
    const key = `${place}/${code}`;
    const cause = causes.get(key) ?? {
      code,
      source: place,
      count: 0,
      error: text.replace(/^[a-z_]+: /, ''),
      at: completedAt ?? startedAt,
      companies: [],
    };
    cause.count += 1;
    if (company && !cause.companies.includes(company)) cause.companies.push(company);
    causes.set(key, cause);
  }
  return [...causes.values()].sort((a, b) => b.count - a.count);
}
