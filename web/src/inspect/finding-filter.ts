import { type Finding, type Outcome, isKept } from './documents';

/** The filter of a payload's postings. */
export interface FindingFilter {
  outcome?: Outcome;
  reason: string;
  /** A part of a title, a company, a place or an id. */
  text: string;
}

export const NO_FILTER: FindingFilter = { reason: '', text: '' };

/** A posting, and its place in the payload. */
export interface Placed {
  finding: Finding;
  index: number;
}

function hasText(finding: Finding, text: string) {
  const fields = [finding.title, finding.id, ...(isKept(finding) ? [finding.company, finding.location] : [])];
  return fields.some((field) => field?.toLowerCase().includes(text));
}

/** The postings that a filter lets through, in their order. */
export function filterFindings(findings: readonly Finding[], { outcome, reason, text }: FindingFilter): Placed[] {
  const wanted = text.trim().toLowerCase();
  return findings
    .map((finding, index) => ({ finding, index }))
    .filter(
      ({ finding }) =>
        (!outcome || finding.outcome === outcome) &&
        (!reason || finding.reason === reason) &&
        (!wanted || hasText(finding, wanted)),
    );
}

/** The posting so many steps from the chosen one; the first where none of the list is chosen. */
export function stepFrom(shown: readonly Placed[], selected: number | undefined, step: number): number | undefined {
  const at = shown.findIndex(({ index }) => index === selected);
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1);
  return shown[next]?.index;
}

/** The number of postings for each reason, the most frequent first. */
export function countReasons(findings: readonly Finding[], outcome?: Outcome): [string, number][] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (outcome && finding.outcome !== outcome) continue;
    counts.set(finding.reason, (counts.get(finding.reason) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
