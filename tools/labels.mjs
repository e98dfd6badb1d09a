/*
 * npm run labels [-- KIND… SOURCE…]: asks the core what it makes of the recorded postings that were labelled by
 * hand (../shared/labels). Prints every miss, and how many are right by kind and source.
 */
import { join } from 'node:path';
import { build } from './build.mjs';
import { projectRoot, run, runProgram } from './setup/processes.mjs';

const USAGE = `npm run labels -- [KIND|SOURCE]…

  KIND     remote, category, salary or scope; all of them where none is named
  SOURCE   a name of wasm/model/source.h; likewise
`;

runProgram(async () => {
  const names = process.argv.slice(2);
  if (names.includes('--help')) return void process.stdout.write(USAGE);
  await build('labels');
  await run(join(projectRoot, 'build/native-debug/labels'), names, { cwd: projectRoot });
});
