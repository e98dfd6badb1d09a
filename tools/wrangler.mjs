/*
 * npm run wrangler -- ARGUMENT…: wrangler as package-lock.json has it, from a bare checkout and with a Node that
 * is new enough for it.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot, runProgram, waitFor } from './setup/processes.mjs';

async function main(args) {
  const script = join(projectRoot, 'node_modules', 'wrangler', 'bin', 'wrangler.js');
  const { code } = await waitFor(spawn(process.execPath, [script, ...args], { stdio: 'inherit' }));
  return code ?? 1;
}

await runProgram(() => main(process.argv.slice(2)));
