import module from '../../../build/wasm-release/ats.wasm';
import { waitingWorker } from './timed.js';

const { handlers, Sync } = waitingWorker(module);

export { Sync };
export default handlers;
