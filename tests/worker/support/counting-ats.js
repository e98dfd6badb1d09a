import module from '../../../build/wasm-release/ats.wasm';
import { countingWorker } from './counting.js';

export default countingWorker(module);
