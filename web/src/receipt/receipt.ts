/** The receipt of a run's postings; wasm/model/receipt.h is the contract. */
export interface Receipt {
  fetched: number;
  added: number;
  updated: number;
  unchanged: number;
  filtered: number;
  rejected: number;
  duplicate: number;
  filteredReasons?: Record<string, number>;
  rejectedReasons?: Record<string, number>;
  /** Fields that could not be read, by their subject; they cost no posting. */
  unknown?: Record<string, number>;
  closed?: number;
  reopened?: number;
  truncated?: number;
  requests?: number;
  bytes?: number;
  notModified?: number;
  duration?: number;
}

/** The receipt of a run's candidates; wasm/model/discovery_receipt.h is the contract. */
export interface DiscoveryReceipt {
  checked: number;
  discovered: number;
  updated: number;
  empty: number;
  notFound: number;
  failed: number;
  requests?: number;
  bytes?: number;
  duration?: number;
}

/** A whole and the parts that must add up to it. */
export interface Balance {
  whole: string;
  count: number;
  parts: { name: string; count: number }[];
}

const POSTINGS = ['added', 'updated', 'unchanged', 'filtered', 'rejected', 'duplicate'] as const;
const CANDIDATES = ['discovered', 'updated', 'empty', 'notFound', 'failed'] as const;

const LABELS: Record<string, string> = { notFound: 'not found' };

function toBalance(whole: string, count: unknown, names: readonly string[], stats: Record<string, unknown>): Balance {
  const parts = names.map((name) => ({ name: LABELS[name] ?? name, count: Number(stats[name] ?? 0) }));
  return { whole, count: Number(count), parts: parts.filter((part) => part.count > 0) };
}

/** The balance of a receipt of either kind; undefined where a run has none yet. */
export function balanceOf(receipt: Partial<Receipt> | Partial<DiscoveryReceipt>): Balance | undefined {
  if ('checked' in receipt) return toBalance('checked', receipt.checked, CANDIDATES, receipt);
  return 'fetched' in receipt ? toBalance('fetched', receipt.fetched, POSTINGS, receipt) : undefined;
}

/** The difference of the whole and its parts; negative where they are more. */
export const missingIn = ({ count, parts }: Balance) => count - parts.reduce((sum, part) => sum + part.count, 0);
