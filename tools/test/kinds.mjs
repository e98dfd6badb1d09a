/*
 * node tools/test/kinds.mjs KIND FILE: builds what the tests of a kind need and runs them. The file gets a line for each
 * test that did not run. `npm test` starts it, once per kind.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { setUp } from '../setup/index.mjs';
import { withLock } from '../setup/lock.mjs';
import { SetUpError, isMain, projectRoot, run, runProgram } from '../setup/processes.mjs';
import { tidy } from '../tidy.mjs';

/**
 * @typedef {{notRun: string}} Report the file that lists the tests that did not run, and why: a skipped test
 *   that nobody sees is none
 */

/**
 * Runs the test files of a folder, two at a time: they wait more than they work.
 * @param {string} folder
 * @param {Report} report
 * @param {string} [pattern] which of its files
 */
export async function runTestFiles(folder, { notRun }, pattern = '**/*.test.mjs') {
  const files = globSync(pattern, { cwd: folder }).sort();
  // Without a file, node would run every test of the project.
  if (files.length === 0) throw new SetUpError(`${folder} has no tests.`);
  const reporters = { spec: 'stdout', [join(projectRoot, 'tools', 'skipped-reporter.mjs')]: notRun };
  const to = Object.entries(reporters).flatMap(([name, file]) => [`--test-reporter=${name}`, `--test-reporter-destination=${file}`]);
  await run(process.execPath, ['--test', '--test-concurrency=2', ...to, ...files.map((file) => join(folder, file))], { cwd: projectRoot });
}

const testsIn = (name, report, pattern) => runTestFiles(join(projectRoot, 'tests', name), report, pattern);

/**
 * The tests of GoogleTest that report that they did not run.
 * @param {string} log
 */
export const notRunNatively = (log) => [...new Set(log.match(/(?<=^NOT RUN: ).*/gm))];

/** Runs the native tests and keeps the whole log, because CTest shows only the output of tests that fail. */
async function runNativeTests({ notRun }) {
  try {
    await run('ctest', ['--preset', 'native-debug'], { cwd: projectRoot });
  } finally {
    const log = join(projectRoot, 'build', 'native-debug', 'Testing', 'Temporary', 'LastTest.log');
    writeFileSync(notRun, notRunNatively(readFileSync(log, 'utf8')).map((line) => `${line}\n`).join(''));
  }
}

const runTool = (name, ...args) => run(join(projectRoot, 'node_modules', '.bin', name), args, { cwd: projectRoot });

/**
 * The kinds of tests: the row they run in, and what they build before they run.
 * @type {Record<string, {purpose: string, row: import('./rows.mjs').Row, run: (report: Report) => Promise<void>}>}
 */
export const KINDS = {
  static: {
    purpose: 'layers, names, types, lint, format',
    row: 'first',
    async run(report) {
      await testsIn('static', report);
      await runTool('tsc', '-p', 'js-shim');
      await runTool('tsc', '-p', 'bench/plain');
      await runTool('oxlint');
      await setUp(['native']);
      await checkFormat();
    },
  },
  native: {
    purpose: 'the core, under sanitizers: unit, scripted runs, SQL, fuzzers',
    row: 'computes',
    async run(report) {
      await build('native');
      await runNativeTests(report);
    },
  },
  tidy: {
    purpose: 'clang-tidy over the core',
    row: 'computes',
    run: () => tidy(),
  },
  web: {
    purpose: 'types and functions of the web site',
    row: 'waits',
    async run(report) {
      await build('web');
      await runTool('tsc', '-p', 'web');
      await testsIn('web', report);
    },
  },
  worker: {
    purpose: 'the built WebAssembly in workerd, with D1',
    row: 'waits',
    async run(report) {
      await build('web');
      await testsIn('worker', report);
    },
  },
  e2e: {
    purpose: 'the web site in a browser',
    row: 'waits',
    async run(report) {
      await build('web', ['sanitizer']);
      await setUp(['browser']);
      // One process, and so one browser, for all of them.
      await testsIn('e2e', report, 'all.mjs');
    },
  },
  tools: {
    purpose: 'set-up, sample sources, commands',
    row: 'waits',
    run: (report) => testsIn('tools', report),
  },
};

/** Checks that C++ is formatted by .clang-format. */
async function checkFormat() {
  const files = globSync('{wasm,tests,bench,tools}/**/*.{h,cc}', { cwd: projectRoot });
  await run('clang-format-19', ['--dry-run', '-Werror', ...files], { cwd: projectRoot });
}

async function main([name, notRun]) {
  const { row, run: runTests } = KINDS[name];
  // A test that waits for an answer gets it in time.
  if (row === 'computes') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const onWait = () => console.log(`Tests: waiting for another run of ${name}`);
  await withLock(join(projectRoot, 'build', `${name}-tests.lock`), () => runTests({ notRun }), onWait);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
