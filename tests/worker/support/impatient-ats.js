/* The ATS worker that never waits, and gives a quarter of a second to what has half a minute. */
import module from '../../../build/wasm-release/ats.wasm';
import { leapingWorker } from './timed.js';

const { timeout } = AbortSignal;
AbortSignal.timeout = (milliseconds) => timeout.call(AbortSignal, milliseconds / 120);

export default leapingWorker(module).handlers;
