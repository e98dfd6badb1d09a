import module from '../../../build/wasm-release/aggregator.wasm';
import { countingWorker } from './counting.js';

export default countingWorker(module);
