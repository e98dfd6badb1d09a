import { boardSources } from '../lib/sources';

/** The board, and the posting on it, that a link to the inspector is about. */
export interface Wanted {
  source?: string;
  /** The slug of the board, or its company's name. */
  company?: string;
  /** The posting's address at its source. */
  posting?: string;
}

const textIn = (value: unknown) => (typeof value === 'string' && value.slice(0, 2_000)) || undefined;

export const readWanted = (raw: Record<string, unknown>): Wanted => ({
  source: boardSources().find(({ name }) => name === raw.source)?.name,
  company: textIn(raw.company),
  posting: textIn(raw.posting),
});
