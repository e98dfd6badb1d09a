import type { SourceName } from '../api/types';

/** Where postings come from; wasm/model/source.h has the rest. */
export const SOURCES: readonly { name: SourceName; label: string }[] = [
  { name: 'greenhouse', label: 'Greenhouse' },
  { name: 'lever', label: 'Lever' },
  { name: 'remoteok', label: 'Remote OK' },
  { name: 'himalayas', label: 'Himalayas' },
];

export const labelOfSource = (name: string) => SOURCES.find((source) => source.name === name)?.label ?? name;
