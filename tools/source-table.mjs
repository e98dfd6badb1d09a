import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './setup/processes.mjs';

const ROW = /\.source = Source::k\w+,\s+\.name = "(\w+)",\s+\.display_name = "([^"]+)",\s+\.kind = SourceKind::k(Boards|Feed),/g;

/**
 * The rows of the table of sources, as scripts need them; the core has all of it.
 *
 * @param {string} [table] the text of wasm/model/source.h
 * @returns {{name: string, displayName: string, hasBoards: boolean}[]}
 */
export function readSources(table = readFileSync(join(projectRoot, 'wasm/model/source.h'), 'utf8')) {
  return [...table.matchAll(ROW)].map(([, name, displayName, kind]) => ({ name, displayName, hasBoards: kind === 'Boards' }));
}
