/*
 * npm start: runs the workers on this machine, their crons firing, and tells what they do. What can be
 * asked for is in start/options.mjs.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ifUnlocked } from './setup/lock.mjs';
import { SetUpError, isMain, runProgram } from './setup/processes.mjs';
import { HELP, readOptions } from './start/options.mjs';

/** A signal for the first of the ways in which a user ends a program. */
function untilStopped() {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop.abort());
  return stop.signal;
}

async function start(options) {
  if (options.reset) await rm(join(options.data, 'v3'), { recursive: true, force: true });
  // Not before it is needed, since it loads wrangler.
  const { runSession } = await import('./start/session.mjs');
  await runSession(options, untilStopped());
}

async function main(args) {
  const options = readOptions(args);
  if (options.help) return void process.stdout.write(HELP);
  await build('web');
  // SQLite files do not take two processes.
  const refuse = () => {
    throw new SetUpError(`Another npm start is at work on ${options.data}. Stop that one first.`);
  };
  await ifUnlocked(join(options.data, 'lock'), () => start(options), refuse);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
