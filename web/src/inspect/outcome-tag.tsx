import type { Outcome } from './documents';

const TONES: Record<Outcome, string> = { kept: 'good', filtered: 'warn', rejected: 'bad', duplicate: '', notice: '' };

export function OutcomeTag({ outcome }: { outcome: Outcome }) {
  return <span className={`tag ${TONES[outcome]}`}>{outcome}</span>;
}
