/**
 * A package of a Debian suite.
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {number} size bytes to download
 * @property {string[]} depends names, the first of each group of alternatives
 */

/**
 * The packages that `apt-cache show` describes.
 * @param {string} text
 * @returns {Map<string, Package>} by name
 */
export function parsePackages(text) {
  const field = (stanza, name) => new RegExp(`^${name}: (.*)$`, 'm').exec(stanza)?.[1];
  const packages = text.split(/\n\n+(?=Package:)/).map((stanza) => ({
    name: field(stanza, 'Package'),
    version: field(stanza, 'Version'),
    size: Number(field(stanza, 'Size')),
    depends: (field(stanza, 'Depends') ?? '')
      .split(',')
      .map((group) => group.trim().split(/[\s:(|]/)[0])
      .filter(Boolean),
  }));
  return new Map(packages.map((entry) => [entry.name, entry]));
}

const isSharedLibrary = (name) => /^lib(?!.*-dev$)/.test(name) || name === 'zlib1g';

/**
 * The given packages and the shared libraries they need, directly or not.
 * @param {string[]} roots
 * @param {(names: string[]) => Map<string, Package>} describe
 * @returns {Package[]}
 */
export function withSharedLibraries(roots, describe) {
  const found = new Map();
  let next = roots;
  while (next.length > 0) {
    for (const [name, entry] of describe(next)) found.set(name, entry);
    const needed = next.flatMap((name) => found.get(name)?.depends ?? []).filter(isSharedLibrary);
    next = [...new Set(needed)].filter((name) => !found.has(name));
  }
  return [...found.values()];
}
