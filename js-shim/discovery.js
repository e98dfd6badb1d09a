import module from '../build/wasm-release/discovery.wasm';
import { createSyncWorker } from './host/sync-worker.js';

const { handlers, Sync } = createSyncWorker(module);

export { Sync };
export default handlers;
