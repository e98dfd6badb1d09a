/*
 * Recorded answers of the real sources. They are not ours to hand on, so they lie beside the project:
 * without them their tests are skipped, and `npm test` says so; DEMAND_SHARED_DATA=1 has them fail.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../tools/setup/processes.mjs';

const folder = join(projectRoot, '..', 'shared', 'payloads');
const isThere = existsSync(folder);
if (!isThere && process.env.DEMAND_SHARED_DATA) throw new Error(`Recorded payloads are missing: ${folder}`);

/** For node:test's `skip`: false, or why these tests cannot run. */
export const skipWithoutPayloads = isThere ? false : `the recorded payloads are not in ${folder}`;

/** @param {string} name @returns {any} */
export function readPayload(name) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}
