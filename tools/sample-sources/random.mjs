/**
 * Deterministic randomness: the same key gives the same sequence on every machine and every run.
 *
 * @typedef {object} Random
 * @property {() => number} next a number in [0, 1)
 * @property {(count: number) => number} int an integer in [0, count)
 * @property {(share: number) => boolean} chance true with the given probability
 * @property {<T>(list: readonly T[]) => T} pick one element
 * @property {<T>(list: readonly T[], count: number) => T[]} sample distinct elements, in list order
 */

/** FNV-1a with a final avalanche, so that keys that differ in one digit differ in every bit. */
export function hash32(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** @returns {Random} the mulberry32 generator, seeded by the key */
export function makeRandom(key) {
  let state = hash32(key);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (count) => Math.floor(next() * count);
  const pick = (list) => list[int(list.length)];
  const sample = (list, count) => {
    const left = list.map((_, index) => index);
    const taken = Array.from({ length: Math.min(count, list.length) }, () => left.splice(int(left.length), 1)[0]);
    return taken.sort((a, b) => a - b).map((index) => list[index]);
  };
  return { next, int, pick, sample, chance: (share) => next() < share };
}
