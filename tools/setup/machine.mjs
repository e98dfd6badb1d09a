import { readFileSync } from 'node:fs';

/**
 * The machine to set up.
 * @typedef {object} Machine
 * @property {'debian' | 'ubuntu' | 'fedora' | 'homebrew' | 'other'} system how packages come to it
 * @property {string[]} prefixes where people and package managers put libraries
 * @property {string} [codename] of the release, on Debian
 */

/**
 * The machine that describes itself so. Ubuntu is not Debian: neither's mirrors carry the other's packages.
 * @param {string} osRelease text of /etc/os-release, empty on macOS, which has none: os-release(5)
 * @param {NodeJS.Platform} [platform]
 * @returns {Machine}
 */
export function machineOf(osRelease, platform = process.platform) {
  if (platform === 'darwin') return { system: 'homebrew', prefixes: ['/opt/homebrew', '/usr/local'] };
  const field = (name) => new RegExp(`^${name}="?([^"\n]*)"?$`, 'm').exec(osRelease)?.[1];
  const prefixes = ['/usr/local', '/usr'];
  if (field('ID') === 'debian') return { system: 'debian', prefixes, codename: field('VERSION_CODENAME') ?? 'sid' };
  const names = [field('ID'), ...(field('ID_LIKE') ?? '').split(' ')];
  return { system: ['ubuntu', 'fedora'].find((name) => names.includes(name)) ?? 'other', prefixes };
}

function readOsRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

/** This machine. */
export const thisMachine = () => machineOf(readOsRelease());
