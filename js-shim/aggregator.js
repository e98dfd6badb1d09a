import module from '../build/wasm-release/aggregator.wasm';
import { createSyncWorker } from './host/sync-worker.js';

const { handlers, Sync } = createSyncWorker(module);

export { Sync };
export default handlers;
