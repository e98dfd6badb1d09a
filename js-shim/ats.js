import module from '../build/wasm-release/ats.wasm';
import { createSyncWorker } from './host/sync-worker.js';

const { handlers, Sync } = createSyncWorker(module);

export { Sync };
export default handlers;
