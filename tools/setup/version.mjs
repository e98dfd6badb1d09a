/**
 * The numbers a version starts with: '6.0.5+dfsg-2' is [6, 0, 5]. A Debian epoch ('1:21.1.8-13') is
 * not part of them.
 * @param {string} version
 * @returns {number[]}
 */
export function versionNumbers(version) {
  const numbers = /^v?(\d+(?:\.\d+)*)/.exec(version.trim().replace(/^\d+:/, ''));
  return numbers ? numbers[1].split('.').map(Number) : [];
}

/**
 * Whether `version` is `minimum` or later, compared number by number; a missing number counts as 0. A text that
 * is no version is older than everything.
 * @param {string} version
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  const have = versionNumbers(version);
  const need = versionNumbers(minimum);
  if (have.length === 0) return false;
  for (let i = 0; i < Math.max(have.length, need.length); i++) {
    const difference = (have[i] ?? 0) - (need[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
