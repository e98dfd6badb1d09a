import type { SourceName } from '../api/types';

/* Made-up answers of each source, with the quirks that the core has to deal with. */

const SAMPLES: Record<SourceName, () => Promise<{ default: string }>> = {
  greenhouse: () => import('./samples/greenhouse.json?raw'),
  lever: () => import('./samples/lever.json?raw'),
  remoteok: () => import('./samples/remoteok.json?raw'),
  himalayas: () => import('./samples/himalayas.json?raw'),
};

export const loadSample = async (source: SourceName) => (await SAMPLES[source]()).default;
