import module from '../../../build/wasm-release/discovery.wasm';
import { countingWorker } from './counting.js';

export default countingWorker(module);
