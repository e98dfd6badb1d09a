/* The shipped ATS worker, but what it gives half a minute it gives a quarter of a second. */
import module from '../../../build/wasm-release/ats.wasm';
import { createSyncWorker } from '../../../js-shim/host/sync-worker.js';

const { timeout } = AbortSignal;
AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, milliseconds / 120);

export default createSyncWorker(module).handlers;
