import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * A lock between processes that a dead owner cannot hold, however it died.
 *
 * The lock is a folder. Who wants it puts a claim into it: an empty file named after the process
 * (id and start time, since ids are used again). Then it looks: when another living process has a
 * claim there, it takes its own away and tries again later. Of two that claim at the same time at
 * least one sees the other, so two never hold the lock together. A claim's name belongs to one
 * process for ever, so clearing away a dead one cannot hit a living one: there is no take-over to
 * race for.
 *
 * Processes in different containers do not see each other; what a lock guards must stay whole
 * even then, though it may be made twice.
 */

const POLL_MS = 100;
const LONG_WAIT_MS = 500;
let claims = 0;

/**
 * The start time of a process, as an opaque text; undefined when it has ended.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startOf(pid) {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0) ? '0' : undefined;
    // "pid (command) state ppid …": a command may hold blanks and parentheses. A zombie has ended.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return 'ZX'.includes(fields[0]) ? undefined : fields[19];
  } catch (error) {
    return error.code === 'EPERM' ? '0' : undefined;
  }
}

/**
 * A name for something that belongs to a process, never used twice.
 * @param {number} [pid]
 */
export function claimName(pid = process.pid) {
  return `${pid}-${startOf(pid) ?? 'gone'}-${claims++}`;
}

/**
 * Whether the process that a claim belongs to is still at work.
 * @param {string} claim
 */
export function isAlive(claim) {
  const [pid, start] = claim.split('-');
  return startOf(Number(pid)) === start;
}

/** The living claims in a lock's folder besides `own`; the dead ones are cleared away. */
function othersIn(folder, own) {
  const others = readdirSync(folder).filter((claim) => claim !== own);
  const [alive, dead] = [others.filter(isAlive), others.filter((claim) => !isAlive(claim))];
  for (const claim of dead) rmSync(join(folder, claim), { force: true });
  return alive;
}

function tryToClaim(folder) {
  const own = claimName();
  if (othersIn(folder, own).length > 0) return undefined;
  writeFileSync(join(folder, own), '');
  if (othersIn(folder, own).length === 0) return own;
  rmSync(join(folder, own), { force: true });
  return undefined;
}

/**
 * A lock that is held.
 * @typedef {object} Lock
 * @property {(pid: number) => () => void} share makes the process `pid`, a child at work under the
 *   lock, an owner as well; the function it returns ends that
 */

function share(folder, pid) {
  const claim = join(folder, claimName(pid));
  writeFileSync(claim, '');
  return () => rmSync(claim, { force: true });
}

async function doLocked(folder, own, work) {
  try {
    return await work({ share: (pid) => share(folder, pid) });
  } finally {
    rmSync(join(folder, own), { force: true });
  }
}

/**
 * Does `work` while no other process holds the lock.
 * @template T
 * @param {string} folder the lock; made when missing
 * @param {(lock: Lock) => Promise<T>} work
 * @param {() => void} [onWait] called once when somebody else has the lock for longer
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait = () => {}) {
  mkdirSync(folder, { recursive: true });
  const waiting = setTimeout(onWait, LONG_WAIT_MS);
  let own;
  while (!(own = tryToClaim(folder))) await sleep(POLL_MS * (0.5 + Math.random()));
  clearTimeout(waiting);
  return doLocked(folder, own, work);
}

/**
 * Does `work` if no other process holds the lock.
 * @template T
 * @param {string} folder the lock; made when missing
 * @param {(lock: Lock) => Promise<T>} work
 * @param {() => T} otherwise called when somebody else has the lock
 * @returns {Promise<T>}
 */
export async function ifUnlocked(folder, work, otherwise) {
  mkdirSync(folder, { recursive: true });
  const own = tryToClaim(folder);
  return own ? doLocked(folder, own, work) : otherwise();
}
