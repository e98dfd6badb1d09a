import { once } from 'node:events';
import { relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cron } from 'croner';
import { startSampleSources, vars } from '../sample-sources/server.mjs';
import { SetUpError, projectRoot } from '../setup/processes.mjs';
import { SchemaError, applyMigrations, countStored, endLeases, enterCompanies } from './database.mjs';
import { LEGEND, createJournal, formatRun, journalStart } from './journal.mjs';
import { startRuntime } from './runtime.mjs';
import { findConfigs, loadWorker } from './workers.mjs';

/** The pause between two readings of sync_history. */
const JOURNAL_MS = 500;
/** The pause after a failure, before the next try. */
const RECOVERY_MS = 1_000;

/**
 * The paces of the sources and workers. Sample sources change fast and are looked at often, so that a newcomer
 * sees everything in a minute.
 */
const PACES = {
  sample: { tickMs: 5_000, changeEveryMs: 6_000, variables: { SYNC_INTERVAL: '15', SYNC_BUDGET: '5' } },
  fast: { tickMs: 2_000, changeEveryMs: 2_000, variables: { SYNC_INTERVAL: '4', SYNC_BUDGET: '3' } },
};

/** The token for writes in the dashboard; the samples are nobody's secret. */
const SAMPLE_TOKEN = 'sample-token-for-this-machine-only';

const say = (topic, text) => console.log(`${topic.padEnd(11)}${text}`);
const shortPath = (path) => relative(projectRoot, path);

async function loadWorkers() {
  const configs = findConfigs(projectRoot);
  const workers = await Promise.all([...configs.values()].map(loadWorker));
  say('Workers', workers.map(({ name }) => name).join(', '));
  return { workers, hasWebSite: configs.has('web') };
}

/** The next firing of a cron as Cloudflare reads it: https://developers.cloudflare.com/workers/configuration/cron-triggers/ */
function nextFiring(cron, afterMs) {
  return new Cron(cron, { timezone: 'UTC', mode: '5-part', alternativeWeekdays: true }).nextRun(new Date(afterMs)).getTime();
}

/** The base addresses that the environment sets instead of those of the real boards. */
function ownAddresses() {
  const names = Object.keys(vars(''));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => names.includes(name)));
}

/** The sources of postings, and the times at which the workers look for them. */
async function openSources({ live, fast }) {
  if (live) {
    say('Sources', 'the real job boards: this machine sends them requests from now on');
    return { variables: ownAddresses(), companies: {}, nextTick: nextFiring, pace: 'on its real schedule', close: () => {} };
  }
  const { tickMs, changeEveryMs, variables } = fast ? PACES.fast : PACES.sample;
  const { url, companies, close } = await startSampleSources({ changeEveryMs });
  say('Sources', `made-up companies at ${url}; nothing leaves this machine (--live asks the real boards)`);
  say('Token', `${SAMPLE_TOKEN}: for the buttons of the dashboard and for writing by the API`);
  return {
    variables: { SYNC_TOKEN: SAMPLE_TOKEN, ...variables, ...vars(url) },
    companies,
    nextTick: (_cron, nowMs) => nowMs + tickMs,
    pace: `every ${tickMs / 1_000} s, so that there is something to see`,
    close,
  };
}

async function startWorkers(workers, options) {
  try {
    return await startRuntime({ workers, ...options });
  } catch (error) {
    if (error.code !== 'ERR_ADDRESS_IN_USE') throw error;
    throw new SetUpError(`Port ${options.port} is taken. Choose another one: npm start -- --port 8788`);
  }
}

async function prepareDatabase(db, { data, migrationsFolder, companies }) {
  const applied = await applyMigrations(db, migrationsFolder).catch((error) => {
    if (!(error instanceof SchemaError)) throw error;
    throw new SetUpError(`The database in ${shortPath(data)} cannot be brought up to date. ${error.message}.\nBegin anew with: npm start -- --reset`);
  });
  await enterCompanies(db, companies);
  await endLeases(db);
  const stored = await countStored(db);
  const state = applied.length > 0 ? `migrated by ${applied.join(', ')}` : 'up to date';
  say('Database', `${shortPath(data)}: ${state}; ${stored.companies} companies, ${stored.postings} postings`);
  if (stored.companies === 0) explainEmptyDatabase(data);
}

function explainEmptyDatabase(data) {
  const sql = "INSERT INTO discovered_companies (source, slug) VALUES ('<source>', '…')";
  say('', 'No company is known. Stop, enter one, and start again:');
  say('', `npm run wrangler -- d1 execute DB -c wrangler.ats.toml --local --persist-to ${data} --command "${sql}"`);
}

/** Repeats a step until the signal comes. A failure is reported under this name, and the step tried again. */
async function repeat(name, step, signal) {
  while (!signal.aborted) {
    try {
      await step();
    } catch (error) {
      if (signal.aborted) return;
      console.error(`${name}: ${error.message}; trying again`);
      await sleep(RECOVERY_MS);
    }
  }
}

/** Fires a cron now, then on schedule; a tick begins when the one before is over. */
function fireOnSchedule(runtime, { worker, cron, nextTick }, signal) {
  const tick = async () => {
    const next = nextTick(cron, Date.now());
    if (!(await runtime.fire(worker, cron))) console.error(`${worker.name}: its scheduled handler threw`);
    await sleep(Math.max(0, next - Date.now()), undefined, { signal });
  };
  return repeat(worker.name, tick, signal);
}

/** Prints a line per run as soon as it is over. */
function printRuns(runtime, journal, signal) {
  const print = async () => {
    for (const run of await journal.read(await runtime.database())) console.log(formatRun(run));
    await sleep(JOURNAL_MS, undefined, { signal });
  };
  return repeat('Journal', print, signal);
}

function printError({ level, message }) {
  if (level === 'error') console.error(message);
}

/** Lets the workers work until the signal comes, which cuts off their ticks. */
async function work(runtime, { workers, nextTick }, signal) {
  const journal = createJournal(await journalStart(await runtime.database()));
  void printRuns(runtime, journal, signal);
  for (const worker of workers) {
    for (const cron of worker.crons) void fireOnSchedule(runtime, { worker, cron, nextTick }, signal);
  }
  if (!signal.aborted) await once(signal, 'abort');
  console.log('\nStopped; the data stays.');
}

/**
 * Runs all workers until the signal comes.
 * @param {{live: boolean, fast: boolean, port: number, data: string}} options
 * @param {AbortSignal} signal
 */
export async function runSession(options, signal) {
  const { workers, hasWebSite } = await loadWorkers();
  const { variables, companies, nextTick, pace, close } = await openSources(options);
  try {
    const port = hasWebSite ? options.port : 0;
    const runtime = await startWorkers(workers, { variables, dataFolder: options.data, port, onLog: printError });
    try {
      await prepareDatabase(await runtime.database(), { ...options, ...workers[0], companies });
      for (const { name, crons } of workers) {
        if (crons.length > 0) say('Cron', `${name} ${pace} (deployed: ${crons.join(', ')})`);
      }
      if (hasWebSite) say('Web site', String(runtime.url));
      console.log(`\n${LEGEND}. Ctrl-C stops.\n`);
      await work(runtime, { workers, nextTick }, signal);
    } finally {
      await runtime.close();
    }
  } finally {
    await close();
  }
}
