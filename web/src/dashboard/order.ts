import type { Company, Run } from './documents';

/** An order of the rows that a page lists: by a number, the greatest first. */
interface Order<Row> {
  name: string;
  label: string;
  by: (row: Row) => number;
}

const changesOf = ({ stats }: Run) => ('added' in stats ? (stats.added ?? 0) + (stats.updated ?? 0) + (stats.closed ?? 0) : 0);

export const RUN_ORDERS: readonly Order<Run>[] = [
  { name: 'duration', label: 'Longest first', by: ({ durationMs }) => durationMs ?? 0 },
  { name: 'changes', label: 'Most changes first', by: changesOf },
];

export const BOARD_ORDERS: readonly Order<Company>[] = [
  { name: 'jobs', label: 'Most remote jobs first', by: ({ remoteJobCount }) => remoteJobCount },
  { name: 'failures', label: 'Most failures first', by: ({ failures }) => failures },
  // Those that never succeeded come first.
  { name: 'success', label: 'Oldest success first', by: ({ lastSyncedAt }) => (lastSyncedAt ? -Date.parse(lastSyncedAt) : 0) },
];

/** The listed rows in the chosen order; as the server lists them where none is chosen. */
export function inOrder<Row>(rows: readonly Row[], sort: string | undefined, orders: readonly Order<Row>[]): readonly Row[] {
  const by = orders.find(({ name }) => name === sort)?.by;
  return by ? [...rows].sort((a, b) => by(b) - by(a)) : rows;
}
