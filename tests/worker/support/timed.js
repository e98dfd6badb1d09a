/*
 * Sync workers that tests can time. Their requests say what time it was when they left, so that the
 * rests between them can be measured however busy the machine is.
 */
import { createSyncWorker } from '../../../js-shim/host/sync-worker.js';

/** @param {() => number} now */
const sendStamped = (now) => (address, { headers, ...init }) =>
  fetch(address, { ...init, headers: [...headers, ['x-sent-at', String(now())]] });

/**
 * The shipped worker, which waits.
 * @param {WebAssembly.Module} module
 */
export const waitingWorker = (module) => createSyncWorker(module, { send: sendStamped(Date.now) });

/**
 * The same, but that it never waits: its clock leaps to the end of each wait.
 * @param {WebAssembly.Module} module
 */
export function leapingWorker(module) {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const sleep = async (milliseconds) => {
    ahead += milliseconds;
  };
  return createSyncWorker(module, { send: sendStamped(now), clock: { now, sleep } });
}
