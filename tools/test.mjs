/*
 * npm test: sets up, builds and runs every test, or with --only those of some kinds.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetUpError, isMain, projectRoot, readArguments, run, runProgram } from './setup/processes.mjs';
import { KINDS } from './test/kinds.mjs';
import { runInRows, summaryOf } from './test/rows.mjs';

const RUN_KIND = join(projectRoot, 'tools', 'test', 'kinds.mjs');

function usage() {
  const kinds = Object.entries(KINDS).map(([name, { purpose }]) => `  ${name.padEnd(8)}${purpose}\n`);
  return `npm test [-- --only KIND]…\n\nRuns every test, or those of these kinds:\n\n${kinds.join('')}`;
}

/**
 * Runs the tests of a kind in a process of its own, whose output is shown as it comes, or as a whole at its end where
 * other kinds run beside it.
 * @param {string} notRun a file for what did not run
 * @returns {Promise<boolean>} whether all passed
 */
async function passes(kind, notRun, isAlone) {
  const lines = [];
  const onLine = isAlone ? undefined : (line) => lines.push(line);
  const title = `${kind}: ${KINDS[kind].purpose}`;
  writeFileSync(notRun, '');
  console.log(isAlone ? `\n── ${title}` : `${kind} begins`);
  try {
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', RUN_KIND, kind, notRun], { cwd: projectRoot, onLine });
    return true;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    return false;
  } finally {
    if (!isAlone) console.log(`\n── ${title}\n${lines.join('\n')}\n`);
  }
}

async function main(args) {
  const options = { only: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', default: false } };
  const { only, help } = readArguments({ args, options }, usage()).values;
  if (help) return void process.stdout.write(usage());
  const unknown = only.find((kind) => !Object.hasOwn(KINDS, kind));
  if (unknown) throw new SetUpError(`There are no tests of the kind “${unknown}”.\n\n${usage()}`);
  const kinds = Object.fromEntries(Object.entries(KINDS).filter(([kind]) => only.length === 0 || only.includes(kind)));
  const isAlone = Object.keys(kinds).length === 1;
  const folder = mkdtempSync(join(tmpdir(), 'spearyx-test-'));
  const notRunFile = (kind) => join(folder, `${kind}-not-run.txt`);
  const results = await runInRows(kinds, (kind) => passes(kind, notRunFile(kind), isAlone));
  const notRun = results.flatMap(({ name }) => readFileSync(notRunFile(name), 'utf8').split('\n').filter(Boolean));
  rmSync(folder, { recursive: true });
  if (notRun.length > 0) console.log(`\nNot run:\n${notRun.map((line) => `  ${line}\n`).join('')}`);
  console.log(`\n${summaryOf(results)}`);
  return results.every(({ passed }) => passed) ? 0 : 1;
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
