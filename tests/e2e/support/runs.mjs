/*
 * Runs as the workers leave them, in sync_history and at the workers themselves, for pages that show how the syncs do.
 */

const hex = (number, digits) => number.toString(16).padStart(digits, '0');

const NOTHING = { fetched: 0, added: 0, updated: 0, unchanged: 0, filtered: 0, rejected: 0, duplicate: 0 };

/** A receipt of the ATS and aggregator workers; it balances if the given counts do. */
export const receipt = (counts) => ({ ...NOTHING, closed: 0, requests: 1, bytes: 20_000, duration: 1_200, ...counts });

let serial = 0;

/**
 * Enters finished runs.
 * @param {D1Database} db
 * @param {{secondsAgo: number, type?: string, source?: string | null, company?: string, trigger?: string,
 *   stats?: object, error?: string, message?: string}[]} runs
 */
export async function enterRuns(db, ...runs) {
  const now = Math.floor(Date.now() / 1_000);
  const statement = db.prepare(`INSERT INTO sync_history
    (id, sync_type, source, company, trigger, status, started_at, completed_at, stats, logs, error)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7 + 2, ?8, ?9, ?10)`);
  const bind = ({
    secondsAgo,
    type = 'ats',
    source = null,
    company = null,
    trigger = 'cron',
    stats = receipt({}),
    error = null,
    message,
  }) => {
    const startedAt = now - secondsAgo;
    const line = {
      timestamp: new Date(startedAt * 1_000).toISOString(),
      type: error ? 'error' : 'success',
      message: message ?? error ?? 'Done',
    };
    const id = `${hex(startedAt * 1_000, 12)}${hex((serial += 1), 16)}-00`;
    const status = error ? 'failed' : 'success';
    return statement.bind(
      id,
      type,
      source,
      company,
      trigger,
      status,
      startedAt,
      JSON.stringify(stats),
      JSON.stringify([line]),
      error,
    );
  };
  const ended = db.prepare('UPDATE batch_state SET outcomes = json_patch(outcomes, ?2) WHERE worker = ?1');
  const outcomeOf = ({ secondsAgo, type = 'ats', source, stats, error }) => {
    const at = now - secondsAgo + 2;
    const outcome = error ? { failure: at, error } : { success: at };
    return ended.bind(type, JSON.stringify({ [source ?? type]: { ...outcome, failed: Boolean(error), added: stats?.added ?? 0 } }));
  };
  const inOrder = runs.toSorted((a, b) => b.secondsAgo - a.secondsAgo);
  await db.batch([...runs.map(bind), ...inOrder.map(outcomeOf)]);
}

/** Enters what was added and closed on a day, so many days ago. */
export async function enterDay(db, daysAgo, source, added, closed) {
  const day = Math.floor(Date.now() / 86_400_000) - daysAgo;
  await db
    .prepare('INSERT OR REPLACE INTO job_days (day, source, added, closed) VALUES (?1, ?2, ?3, ?4)')
    .bind(day, source, added, closed)
    .run();
}
