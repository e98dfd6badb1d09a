import { sync, syncDue } from '../plain/sync.ts';
import { measured } from './measured.js';

export default measured({ sync, tick: syncDue });
