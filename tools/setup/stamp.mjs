import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';

/**
 * Makes something, unless its stamp says that it was made of the present inputs. Where an input changes
 * meanwhile, the next call makes it again.
 * @param {string} stamp the file that says it, written when all has been made
 * @param {() => string} fingerprint of what it is made of
 * @param {() => Promise<void>} make
 */
export async function makeOnce(stamp, fingerprint, make) {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await rm(stamp, { force: true });
  await make();
  await writeFile(stamp, wanted);
}
