import { styleText } from 'node:util';
import { readSources } from '../source-table.mjs';

/*
 * One line per run, read from sync_history: what a run did is told by its receipt and nothing else.
 */

/**
 * @typedef {object} Run a row of sync_history
 * @property {string} id sorts by time
 * @property {string} worker ats | aggregator | discovery
 * @property {string | null} source
 * @property {string | null} company its name, or its slug where it has none
 * @property {'cron' | 'manual'} trigger
 * @property {'running' | 'success' | 'failed'} status
 * @property {number | null} completed_at unix seconds
 * @property {string} stats the receipt, as JSON
 * @property {string | null} error
 */

const TITLES = Object.fromEntries(readSources().map(({ name, displayName }) => [name, displayName]));

/** The counts a line shows: sign, field of the receipt, width, colour. */
const COUNTS = [
  ['+', 'added', 5, 'green'],
  ['~', 'updated', 5, 'yellow'],
  ['=', 'unchanged', 6, 'dim'],
  ['-', 'closed', 5, 'magenta'],
  ['!', 'rejected', 4, 'red'],
];
const COUNTS_WIDTH = COUNTS.reduce((sum, [, , width]) => sum + width, 0);

/** The meanings of the signs. */
export const LEGEND =
  '+ added  ~ updated  = unchanged  - closed  ! unusable; “not modified”: the same listing as last time';

const paint = (format, text) => styleText(format, text, { stream: process.stdout });

/** Text cut or filled up to a column's width. */
const column = (text, width) => [...text].slice(0, width).join('').padEnd(width);

function describeCounts(receipt) {
  if (receipt.notModified > 0) return paint('dim', 'not modified'.padStart(COUNTS_WIDTH));
  const columns = COUNTS.map(([sign, field, width, colour]) => {
    const count = receipt[field] ?? 0;
    return count > 0 ? paint(colour, `${sign}${count}`.padStart(width)) : ' '.repeat(width);
  });
  return columns.join('');
}

function describeOutcome({ status, stats, error }) {
  if (status === 'failed') return paint('red', `failed  ${error}`);
  const receipt = JSON.parse(stats);
  const seconds = `${((receipt.duration ?? 0) / 1000).toFixed(1)} s`;
  return describeCounts(receipt) + paint('dim', seconds.padStart(8));
}

/**
 * @param {Run} run a finished one
 * @returns {string} "12:01:03  ats  Greenhouse  Ostrichfern Games   +12   ~3   =20   -1   0.4 s"
 */
export function formatRun(run) {
  const time = new Date(run.completed_at * 1000).toTimeString().slice(0, 8);
  const source = column(TITLES[run.source] ?? run.source ?? '', 10);
  const start = [time, column(run.worker, 10), source, column(run.company ?? '', 22)].join('  ');
  const end = run.trigger === 'manual' ? '  manual' : '';
  return `${start}  ${describeOutcome(run)}${end}`;
}

const RUNS_AFTER = `
SELECT h.id, h.sync_type AS worker, h.source, h.trigger, h.status, h.completed_at, h.stats, h.error,
  coalesce(nullif(c.name, ''), h.company) AS company
FROM sync_history AS h
LEFT JOIN discovered_companies AS c ON c.source = h.source AND c.slug = h.company
WHERE h.id > ?1 ORDER BY h.id`;

/**
 * Reads sync_history as it grows.
 * @param {string} start id after which to read
 */
export function createJournal(start) {
  let position = start;
  let told = new Set();
  return {
    /**
     * The runs that have finished since the last call. Runs of several workers overlap, so reading
     * goes on from the oldest one that is still at work.
     * @param {D1Database} db
     * @returns {Promise<Run[]>}
     */
    async read(db) {
      const { results: runs } = await db.prepare(RUNS_AFTER).bind(position).all();
      const finished = runs.filter(({ status }) => status !== 'running');
      const news = finished.filter(({ id }) => !told.has(id));
      const firstAtWork = runs.findIndex(({ status }) => status === 'running');
      const done = firstAtWork < 0 ? runs : runs.slice(0, firstAtWork);
      position = done.at(-1)?.id ?? position;
      told = new Set(finished.map(({ id }) => id).filter((id) => id > position));
      return news;
    },
  };
}

/**
 * The id at which a journal begins that tells all later runs, and the ends of those marked as running.
 * @param {D1Database} db
 * @returns {Promise<string>}
 */
export async function journalStart(db) {
  const oldest = `SELECT min(id) FROM sync_history WHERE status = 'running'`;
  const sql = `SELECT max(id) AS id FROM sync_history WHERE id < coalesce((${oldest}), '~')`;
  return (await db.prepare(sql).first('id')) ?? '';
}
