import type { SourceName } from '../api/types';

/* Made-up answers of the sources, with the quirks that the core has to deal with; they lie beside their readers. */

const FOLDER = '../../../wasm/sources';
const SAMPLES = import.meta.glob<string>('../../../wasm/sources/*/sample.json', { query: '?raw', import: 'default' });

/** The loader of a source's sample, if it has one. */
export const sampleOf = (source: SourceName) => SAMPLES[`${FOLDER}/${source}/sample.json`];
