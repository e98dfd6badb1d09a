import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseDeb822 } from './deb822.mjs';

/**
 * A source of binary packages, as apt knows it.
 * @typedef {object} AptSource
 * @property {string[]} uris
 * @property {string[]} suites
 * @property {string[]} components
 * @property {string} signedBy the key ring, or ''
 */

const words = (text = '') => text.split(/\s+/).filter(Boolean);

/**
 * The sources of a `.sources` file.
 * @param {string} text
 * @returns {AptSource[]}
 */
export function parseSourcesFile(text) {
  return parseDeb822(text)
    .filter((stanza) => words(stanza.get('types')).includes('deb'))
    .filter((stanza) => !/^(no|false|without|off|disable)$/i.test(stanza.get('enabled') ?? ''))
    .map((stanza) => ({
      uris: words(stanza.get('uris')),
      suites: words(stanza.get('suites')),
      components: words(stanza.get('components')),
      signedBy: stanza.get('signed-by') ?? '',
    }));
}

/**
 * The sources of a one-line-style `.list` file: `deb [options] uri suite component…`.
 * @param {string} text
 * @returns {AptSource[]}
 */
export function parseListFile(text) {
  const sources = [];
  for (const line of text.split('\n')) {
    const entry = /^\s*deb\s+(?:\[([^\]]*)\]\s*)?(cdrom:\[[^\]]*\]\S*|\S+)\s+(\S+)([^#]*)/.exec(
      line,
    );
    if (!entry) continue;
    const [, options = '', uri, suite, components] = entry;
    const signedBy = /(?:^|\s)signed-by=(\S+)/i.exec(options)?.[1] ?? '';
    sources.push({ uris: [uri], suites: [suite], components: words(components), signedBy });
  }
  return sources;
}

/**
 * The mirrors of Debian itself among the sources, the surest first. A third party may use Debian's
 * names for its suites, so this is an order in which to try; what tells in the end is whether
 * Debian's archive key signed the index.
 * @param {AptSource[]} sources
 * @param {string} codename of the machine's release, as 'bookworm'
 * @returns {string[]} URIs
 */
export function debianMirrors(sources, codename) {
  const releases = [codename, 'stable', 'oldstable', 'testing', 'unstable', 'sid'];
  const score = (source, uri) =>
    (source.signedBy.includes('debian-archive') ? 2 : 0) + (/\/debian\/?$/.test(uri) ? 1 : 0);
  const candidates = sources
    .filter((source) => source.components.includes('main'))
    .filter((source) => source.suites.some((suite) => releases.includes(suite)))
    .flatMap((source) => source.uris.map((uri) => ({ uri, score: score(source, uri) })))
    .filter(({ uri }) => !uri.startsWith('cdrom:'))
    .sort((a, b) => b.score - a.score);
  return [...new Set(candidates.map(({ uri }) => uri))];
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function filesIn(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/**
 * All sources this machine's apt is configured with.
 * @param {string} [folder]
 * @returns {AptSource[]}
 */
export function readAptSources(folder = '/etc/apt') {
  const parts = join(folder, 'sources.list.d');
  const read = (ending) =>
    filesIn(parts)
      .filter((name) => name.endsWith(ending))
      .map((name) => readIfThere(join(parts, name)));
  return [
    ...[readIfThere(join(folder, 'sources.list')), ...read('.list')].flatMap(parseListFile),
    ...read('.sources').flatMap(parseSourcesFile),
  ];
}
