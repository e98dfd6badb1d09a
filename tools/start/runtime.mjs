import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Miniflare, NoOpLog, convertV4MiniflareOptions } from 'miniflare';
import { findOnPath } from '../setup/processes.mjs';

/** @typedef {import('./workers.mjs').Worker} Worker */

/**
 * A runtime of workers on this machine, all in one process and on one local database, because SQLite files do
 * not take two.
 *
 * @typedef {object} Runtime
 * @property {URL} url where the first worker answers
 * @property {(worker: Worker, cron: string) => Promise<boolean>} fire runs a worker's scheduled handler
 *   to its end; false when it threw
 * @property {() => Promise<D1Database>} database looked up each time, since it changes when the runtime
 *   restarts after a crash
 * @property {() => Promise<void>} close
 */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Makes something without the signal handlers that it installs, because the caller decides when to end. */
function withoutSignalHandlers(make) {
  const own = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
  const made = make();
  for (const signal of SIGNALS) {
    const others = process.listeners(signal).filter((listener) => !own.get(signal).includes(listener));
    for (const listener of others) process.off(signal, listener);
  }
  return made;
}

/** Makes Miniflare start workerd so that it does not outlive this process, where the system can do that. */
function bindWorkerd() {
  if (process.env.MINIFLARE_WORKERD_PATH || !findOnPath('setpriv')) return;
  const requireOfMiniflare = createRequire(createRequire(import.meta.url).resolve('miniflare'));
  process.env.BOUND_WORKERD = requireOfMiniflare('workerd').default;
  process.env.MINIFLARE_WORKERD_PATH = fileURLToPath(new URL('bound-workerd.sh', import.meta.url));
}

/**
 * @param {object} options
 * @param {Worker[]} options.workers the first one answers HTTP
 * @param {Record<string, string>} options.variables put over those of the wrangler files
 * @param {string} options.dataFolder where the data survives; `wrangler --persist-to` takes the same
 * @param {number} [options.port] 0 takes a free one
 * @param {(log: {level: string, message: string}) => void} [options.onLog] gets the workers' console
 * @returns {Promise<Runtime>}
 */
export async function startRuntime({ workers, variables, dataFolder, port = 0, onLog = () => {} }) {
  bindWorkerd();
  const options = convertV4MiniflareOptions({
    workers: workers.map(({ options: own }) => ({ ...own, bindings: { ...own.bindings, ...variables } })),
    host: '127.0.0.1',
    port,
    resourcePersistencePath: join(dataFolder, 'v3'),
    handleStructuredLogs: onLog,
    log: new NoOpLog(),
    // Neither what a request from Cloudflare would carry is looked up, nor usage told.
    cf: false,
    telemetry: { enabled: false },
  });
  const miniflare = withoutSignalHandlers(() => new Miniflare(options));
  const [{ name, database }] = workers;
  const close = () => miniflare.dispose();
  try {
    const url = await miniflare.ready;
    return {
      url,
      fire: async (worker, cron) => {
        const fetcher = await miniflare.getWorker(worker.name);
        const { outcome } = await fetcher.scheduled({ cron, scheduledTime: new Date() });
        return outcome === 'ok';
      },
      database: () => miniflare.getD1Database(database, name),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
