/** Where postings come from, as in wasm/model/source.h: the one list of them in the web site. */
export const SOURCES = [
  { name: 'greenhouse', label: 'Greenhouse', homeUrl: 'https://www.greenhouse.com', hasBoards: true },
  { name: 'lever', label: 'Lever', homeUrl: 'https://www.lever.co', hasBoards: true },
  { name: 'remoteok', label: 'Remote OK', homeUrl: 'https://remoteok.com', hasBoards: false },
  { name: 'himalayas', label: 'Himalayas', homeUrl: 'https://himalayas.app', hasBoards: false },
] as const;

export type SourceName = (typeof SOURCES)[number]['name'];

/** Only boards have companies to sync. */
export const BOARD_SOURCES = SOURCES.filter(({ hasBoards }) => hasBoards);

export const labelOfSource = (name: string) => SOURCES.find((source) => source.name === name)?.label ?? name;
