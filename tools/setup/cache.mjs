import { existsSync, readlinkSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { withLock } from './lock.mjs';

/** The folder for what all checkouts of the project share. */
export function cacheHome() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'spearyx-jobs');
}

/**
 * Makes `link` point to `target`, at once: nobody sees it missing or half-way.
 * @param {string} target
 * @param {string} link
 */
export async function linkTo(target, link) {
  const temporary = `${link}.${process.pid}`;
  await mkdir(dirname(link), { recursive: true });
  await rm(temporary, { force: true });
  await symlink(target, temporary);
  await rename(temporary, link);
}

async function clearLeftovers(link) {
  const home = dirname(link);
  const current = existsSync(link) ? basename(readlinkSync(link)) : undefined;
  for (const entry of await readdir(home)) {
    if (!entry.startsWith(`${basename(link)}.make-`) || entry === current) continue;
    // A process of a killed run may still be writing there; then the next run clears it.
    await rm(join(home, entry), { recursive: true, force: true, maxRetries: 2 }).catch(() => {});
  }
}

/**
 * The folder that `make` has filled, made on first use. It is made under a name of its own, where
 * it stays (the programs in it know their place), and becomes the cache's entry by a link when
 * `make` is through: a half-made one is never used, and the next run clears it away. Processes that
 * want the same entry wait for the one that makes it.
 * @param {string} name entry; carries the version of the recipe
 * @param {(folder: string) => Promise<void>} make
 * @param {{log: (line: string) => void}} options
 * @returns {Promise<string>} the folder
 */
export async function cached(name, make, { log }) {
  const link = join(cacheHome(), name);
  if (existsSync(link)) return realpathSync(link);
  const makeOnce = async () => {
    if (existsSync(link)) return realpathSync(link);
    await clearLeftovers(link);
    const folder = realpathSync(await mkdtemp(`${link}.make-`));
    try {
      await make(folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => {});
      throw error;
    }
    await linkTo(folder, link);
    return folder;
  };
  return withLock(`${link}.lock`, makeOnce, () => log(`waiting: another process makes ${name}`));
}
