import { WorkerEntrypoint } from 'cloudflare:workers';
import { drive } from './drive.js';

/**
 * The common part of the sync workers: one tick per cron event, and the same tick on request
 * through a service binding. Neither is reachable from the internet.
 *
 * @param {WebAssembly.Module} module
 * @param {import('./drive.js').Outside} [outside]
 */
export function createSyncWorker(module, outside) {
  const handlers = {
    /** @param {ScheduledController} controller */
    async scheduled(controller, env) {
      // The next cron event is the retry; a repeated delivery of this one has nothing to add.
      controller.noRetry();
      await drive(module, env, { trigger: 'cron' }, outside);
    },

    fetch() {
      return new Response('This worker has no pages; it runs on its cron schedule.\n', { status: 404 });
    },
  };

  /** Bound by the API worker as a service with `entrypoint = "Sync"`. */
  class Sync extends WorkerEntrypoint {
    /**
     * Runs one tick now.
     * @param {{source: string, slug: string}} [company] sync this company instead of the due ones
     * @returns {Promise<object>} the tick's report
     */
    async tick(company) {
      return JSON.parse(await drive(module, this.env, { trigger: 'manual', company }, outside));
    }

    /**
     * Asks a board for its listing, which changes nothing; of the ATS worker.
     * @param {{source: string, slug: string}} company
     * @returns {Promise<{payload: string} | {error: string}>}
     */
    async payload(company) {
      return JSON.parse(await drive(module, this.env, { trigger: 'manual', company, payload: true }, outside));
    }
  }

  return { handlers, Sync };
}
