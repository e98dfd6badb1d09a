import { join } from 'node:path';
import { SetUpError, projectRoot, readArguments } from '../setup/processes.mjs';

export const HELP = `npm start [-- option…]

Builds the workers and runs them on this machine with one local database, their crons firing, against
sample sources: a local server with made-up companies whose postings come, change and go.

  --fast       wait less: more ticks, and a sample world that changes faster
  --live       ask the real job boards instead, on the real schedule, about the companies that the
               local database holds; <SOURCE>_API, a variable of docs/operations.md for each source,
               puts another address in place of theirs
  --port N     port of the web site (default: 8787)
  --data DIR   where the local databases lie (default: .local)
  --reset      forget the data of earlier runs first
  --help       this text
`;

const flag = { type: 'boolean', default: false };
const text = (value) => ({ type: 'string', default: value });
const OPTIONS = { fast: flag, live: flag, reset: flag, help: flag, port: text('8787'), data: text(join(projectRoot, '.local')) };

/**
 * @param {string[]} args
 * @returns {{help: boolean, live: boolean, fast: boolean, reset: boolean, port: number, data: string}}
 * @throws {SetUpError} for what is not an option
 */
export function readOptions(args) {
  const { fast, live, reset, help, port, data } = readArguments({ args, options: OPTIONS }, HELP).values;
  if (fast && live) throw new SetUpError('--fast is for the sample sources; the real ones set their own pace.');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SetUpError(`--port wants a number from 0 to 65535, not “${port}”.`);
  }
  // Made-up companies never meet the real sources: each kind of run has a database of its own.
  return { fast, live, reset, help, port: Number(port), data: join(data, live ? 'live' : 'sample') };
}
