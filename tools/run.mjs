/*
 * node tools/run.mjs <script> [argument…]: runs a script of the project from a bare checkout. First
 * it brings the npm packages up to date, then it runs the script with a Node that is new enough.
 * Works on Node 18 and later with no package installed.
 */
import { spawn } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { logStep } from './setup/index.mjs';
import { MINIMUM_NODE, bundledNode, installNodePackages } from './setup/node-packages.mjs';
import { SetUpError, projectRoot, runProgram, waitFor } from './setup/processes.mjs';
import { isAtLeast } from './setup/version.mjs';

const USAGE = `node tools/run.mjs SCRIPT [argument…]

Runs a script of the project, such as tools/build.mjs, with a Node that is new enough.
`;

async function runHere(script, args) {
  process.argv = [process.execPath, script, ...args];
  await import(pathToFileURL(script).href);
  return process.exitCode;
}

async function runWithBundledNode(script, args) {
  const child = spawn(bundledNode(projectRoot), ['--disable-warning=ExperimentalWarning', script, ...args], { stdio: 'inherit' });
  const { code, signal } = await waitFor(child);
  if (signal) process.kill(process.pid, signal);
  return code;
}

async function main(script, args) {
  if (script === '--help') return void process.stdout.write(USAGE);
  if (!script) throw new SetUpError(USAGE);
  if (!statSync(script, { throwIfNoEntry: false })?.isFile()) throw new SetUpError(`There is no script ${script}.\n\n${USAGE}`);
  await installNodePackages(projectRoot, { log: logStep });
  // Scripts start programs of node_modules by name; those need the new Node, too.
  const folders = [dirname(bundledNode(projectRoot)), join(projectRoot, 'node_modules', '.bin')];
  process.env.PATH = [...folders, process.env.PATH].join(delimiter);
  const file = realpathSync(script);
  const here = isAtLeast(process.versions.node, MINIMUM_NODE);
  return here ? runHere(file, args) : runWithBundledNode(file, args);
}

const [script, ...args] = process.argv.slice(2);
await runProgram(() => main(script, args));
