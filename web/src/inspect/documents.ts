import type { SourceName } from '../api/types';
import type { Receipt } from '../receipt/receipt';

/* The core's answers; wasm/inspect/documents.h is the contract. Times are unix seconds. */

export type Outcome = 'kept' | 'filtered' | 'rejected' | 'duplicate' | 'notice';

/** The result of a sync for one posting. */
export interface Finding {
  outcome: Outcome;
  reason: string;
  id: string | null;
  title: string | null;
}

/** A posting that is kept, with its derived fields. */
export interface KeptFinding extends Finding {
  outcome: 'kept';
  id: string;
  title: string;
  company: string | null;
  url: string;
  location: string | null;
  remoteScope: string[] | null;
  /** The field and the words of the scope, and the words of another field that did not count. */
  scopeReason: { field: string; words: string; passedOver: string | null } | null;
  category: { id: number; name: string; term: string | null };
  payRange: string | null;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryCurrency: string | null;
  salaryPeriod: string | null;
  salaryUsdYear: number | null;
  payFrom: 'fields' | 'text' | 'title' | null;
  level: string | null;
  employmentType: string | null;
  utcOffsets: { min: number; max: number } | null;
  postDate: number | null;
  expiresAt: number | null;
  contentHash: string;
  isTruncated: boolean;
  /** Ids of the other postings of the payload that are the same role. */
  copies: string[];
}

export interface Overview {
  source: SourceName;
  sourceName: string;
  /** The tags that the source is asked for, one per turn; none where it has none. */
  tags: string[];
  receipt: Receipt;
  postings: Finding[];
}

export interface Texts {
  /** The posting's JSON as it came. */
  raw: string;
  /** The place that the JSON states, whatever the outcome. */
  location: string | null;
  /**
   * The description as stated and cleansed, both HTML, and the first words; null where the posting is not kept.
   */
  before: string | null;
  after: string | null;
  summary: string | null;
  /** The amounts of money that were read, each with the reason why it is not the pay; null for the pay. */
  amounts: { words: string; passedOver: string | null }[];
}

export interface InspectionFailure {
  code: string;
  message: string;
  detail: string;
}

export type Answer<T> = T | { error: InspectionFailure };

export const isKept = (finding: Finding): finding is KeptFinding => finding.outcome === 'kept';
