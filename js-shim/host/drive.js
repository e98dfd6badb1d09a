import { createImports } from './imports.js';

/**
 * The function that sends a request: `fetch`, or a stand-in for it.
 * @typedef {(address: string, init?: RequestInit) => Promise<Response>} Send
 */

/**
 * A clock: it tells the time, in unix milliseconds, and waits.
 * @typedef {{now: () => number, sleep: (milliseconds: number) => Promise<void>}} Clock
 */

/** @typedef {{send?: Send, clock?: Clock, db?: D1Database | D1DatabaseSession}} Outside what surrounds the core */

/** @type {Clock} */
const systemClock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
};

/**
 * The exports of wasm/boundary/exports.cc and the linker.
 * @typedef {object} CoreExports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} core_reserve
 * @property {(event: number, size: number) => void} core_run
 */

/**
 * Runs the core once for one event.
 *
 * Every call gets an instance of its own: two suspended calls on one instance would share, and
 * corrupt, the C stack in linear memory. Instances are cheap (some 0.1 ms) and dropped afterwards,
 * so that nothing leaks from one event to the next and a trap poisons nothing.
 *
 * @param {WebAssembly.Module} module
 * @param {{DB: D1Database} & Record<string, unknown>} env
 * @param {object} event fields of `WireEvent` in wasm/boundary/tick_event.cc, or of `WireHttpEvent` in api.cc
 * @param {Outside} [outside]
 * @returns {Promise<string>} the core's answer, a JSON text
 */
export async function drive(module, env, event, { send = fetch, clock = systemClock, db = env.DB } = {}) {
  requireJspi();
  const outside = { db, send, clock };
  const full = { ...event, invocation: newInvocation(clock.now()), variables: textVariables(env) };
  try {
    return await call(module, outside, full);
  } catch (trap) {
    // A trap is a bug in the core. A fresh instance records it as the outcome of the run.
    const trapCause = String(trap?.stack ?? trap).slice(0, 1000);
    return await call(module, outside, { ...full, trapCause });
  }
}

async function call(module, outside, event) {
  const { imports, attach, getAnswer } = createImports(outside);
  const instance = new WebAssembly.Instance(module, imports);
  const exports = /** @type {CoreExports} */ (/** @type {unknown} */ (instance.exports));
  const { memory, _initialize, core_reserve, core_run } = exports;
  attach(memory);
  _initialize();
  const bytes = new TextEncoder().encode(JSON.stringify(event));
  const pointer = core_reserve(bytes.length);
  new Uint8Array(memory.buffer, pointer, bytes.length).set(bytes);
  await WebAssembly.promising(core_run)(pointer, bytes.length);
  return getAnswer();
}

function requireJspi() {
  if (typeof WebAssembly.Suspending === 'function' && typeof WebAssembly.promising === 'function') return;
  throw new Error(
    'This runtime lacks JavaScript Promise Integration (WebAssembly.Suspending), which the core needs to wait for ' +
      'fetch and D1. Use workerd 1.20251008 or later (wrangler 4.43 or later).',
  );
}

/** Identifiers sort by time: twelve hex digits of the milliseconds, then randomness. */
function newInvocation(now) {
  const random = crypto.getRandomValues(new Uint32Array(2));
  const hex = (number, digits) => number.toString(16).padStart(digits, '0');
  return hex(now, 12) + hex(random[0], 8) + hex(random[1], 8);
}

function textVariables(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => typeof value === 'string'));
}
