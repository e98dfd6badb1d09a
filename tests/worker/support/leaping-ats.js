import module from '../../../build/wasm-release/ats.wasm';
import { leapingWorker } from './timed.js';

const { handlers, Sync } = leapingWorker(module);

export { Sync };
export default handlers;
