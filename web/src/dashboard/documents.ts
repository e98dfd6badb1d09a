import type { Change, SourceName } from '../api/types';
import type { DiscoveryReceipt, Receipt } from '../receipt/receipt';

/* What /api/v3 answers to the dashboard; /api/v3/openapi.json is the contract. Dates are ISO 8601. */

export type WorkerId = 'ats' | 'aggregator' | 'discovery';

interface Outcomes {
  lastSync: string | null;
  status: 'completed' | 'failed' | 'never';
  /** Whether it is running now, beside the status, which is that of ended runs. */
  isRunning: boolean;
  lastSuccess: string | null;
  lastError: string | null;
  lastErrorAt: string | null;
}

export interface WorkerStatus extends Outcomes {
  name: string;
  sources: SourceName[];
  schedule: string;
  timeliness: 'on_time' | 'late' | 'failing' | 'never';
}

/** Boards in the rotation that are well and that fail, and those out of it. */
export interface BoardFigures {
  well: number;
  failing: number;
  gone: number;
  paused: number;
}

export interface SourceStatus extends Outcomes {
  health: 'new' | 'healthy' | 'degraded' | 'failing';
  /** The boards of the source; null for a feed. */
  boards: BoardFigures | null;
  jobsAdded: number;
  /** The least distance between two requests, and the one that was kept recently. */
  requestSpacingMs: number;
  measuredSpacingMs: number | null;
  recentRequests: number;
  notModifiedShare: number | null;
  restsUntil: string | null;
}

export interface DayCount {
  date: string;
  source: SourceName;
  added: number;
  closed: number;
}

export interface Stats {
  totalJobs: number;
  totalDiscoveredCompanies: number;
  pendingCompanies: number;
  jobsBySource: Record<SourceName, number>;
  sourceSyncStatus: Record<SourceName, SourceStatus>;
  workerStatus: Record<WorkerId, WorkerStatus>;
  days: DayCount[];
}

export interface Company {
  /** The name of a source, or any text that somebody has entered by hand. */
  source: string;
  slug: string;
  name: string;
  health: 'new' | 'healthy' | 'failing' | 'gone' | 'paused' | 'unknown_source';
  jobCount: number;
  remoteJobCount: number;
  /** The time of the last look that succeeded. */
  lastSyncedAt: string | null;
  lastRunId: string | null;
  /** The time of the next look; null where it is due at once, or never. */
  nextSyncAt: string | null;
  /** The distance of two looks as last decided, and the reason for it; null where none was decided. */
  intervalSeconds: number | null;
  intervalReason: 'openings' | 'new' | 'empty' | 'suspect' | 'failing' | null;
  openingsPerDay: number | null;
  /** The number of failures in a row. */
  failures: number;
  lastError: string | null;
}

export interface CompanyPage {
  companies: Company[];
  total: number;
  nextCursor: string | null;
}

export interface Candidate {
  /** The entered text: a slug, a name, or anything else. */
  slug: string;
  source: SourceName | null;
  status: 'pending' | 'discovered' | 'not_found' | 'rejected';
  checks: number;
  lastCheckedAt: string | null;
  /** The time of the next check; null where it is due at once, or never. */
  nextCheckAt: string | null;
  /** The number of failures in a row. */
  failures: number;
  lastError: string | null;
}

export interface CandidatePage {
  candidates: Candidate[];
  /** The number of all; null where they are not counted. */
  total: number | null;
  nextCursor: string | null;
}

export interface LogLine {
  timestamp: string;
  type: 'info' | 'success' | 'warning' | 'error';
  message: string;
}

export interface Run {
  id: string;
  syncType: WorkerId;
  source: SourceName | null;
  company: string | null;
  trigger: 'cron' | 'manual';
  status: 'running' | 'success' | 'failed';
  startedAt: string;
  completedAt: string | null;
  durationMs: number | null;
  stats: Partial<Receipt> | Partial<DiscoveryReceipt>;
  error: string | null;
  logs: LogLine[];
}

export interface RunPage {
  logs: Run[];
  meta: { count: number; recentErrors: number; hasMore: boolean; nextCursor: string | null };
}

/** The change that a run made to one posting. */
export interface RunChange extends Change {
  cursor: string;
  /** The id of the posting. */
  id: number;
  title: string;
  company: string;
  slug: string;
}

export interface RunWithChanges extends Run {
  changes: RunChange[];
}
