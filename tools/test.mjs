/*
 * npm test: sets up, builds and runs every test, or with --only those of some kinds.
 */
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { setUp } from './setup/index.mjs';
import { SetUpError, isMain, projectRoot, readArguments, run, runProgram } from './setup/processes.mjs';
import { tidy } from './tidy.mjs';

/** What did not run, and why: a skipped test that nobody sees is none. */
const notRun = [];

/** Runs the test files of a folder, two at a time: they wait for sources, slots and browsers more than they work. */
async function runTestFiles(kind) {
  const files = globSync(`tests/${kind}/**/*.test.mjs`, { cwd: projectRoot }).sort();
  mkdirSync(join(projectRoot, 'build'), { recursive: true });
  const skipped = join(projectRoot, 'build', `${kind}-skipped.txt`);
  const reporters = { spec: 'stdout', './tools/skipped-reporter.mjs': skipped };
  const report = Object.entries(reporters).flatMap(([name, to]) => [`--test-reporter=${name}`, `--test-reporter-destination=${to}`]);
  try {
    await run(process.execPath, ['--test', '--test-concurrency=2', ...report, ...files], { cwd: projectRoot });
  } finally {
    notRun.push(...readFileSync(skipped, 'utf8').split('\n').filter(Boolean));
  }
}

/**
 * What tests of GoogleTest say when they do not run.
 * @param {string} log
 */
export const notRunNatively = (log) => [...new Set(log.match(/(?<=^NOT RUN: ).*/gm))];

/** CTest shows what a test prints only when it fails, and keeps the rest. */
async function runNativeTests() {
  try {
    await run('ctest', ['--preset', 'native-debug'], { cwd: projectRoot });
  } finally {
    const log = join(projectRoot, 'build', 'native-debug', 'Testing', 'Temporary', 'LastTest.log');
    notRun.push(...notRunNatively(readFileSync(log, 'utf8')));
  }
}

const runTool = (name, args) => run(join(projectRoot, 'node_modules', '.bin', name), args, { cwd: projectRoot });

/** The kinds of tests, in order: what they need, and how they run. */
const KINDS = {
  native: {
    purpose: 'the core, under sanitizers: unit, scripted runs, SQL',
    async run() {
      await build('native');
      await runNativeTests();
    },
  },
  tools: {
    purpose: 'set-up and sample sources',
    run: () => runTestFiles('tools'),
  },
  worker: {
    purpose: 'the built WebAssembly in workerd, with D1',
    async run() {
      await build('web');
      await runTestFiles('worker');
    },
  },
  static: {
    purpose: 'layers, types, lint, clang-tidy',
    async run() {
      // They need no build, and tell what is missing while there can be none.
      await runTestFiles('static');
      await build('web');
      await runTool('tsc', ['-p', 'js-shim']);
      await runTool('tsc', ['-p', 'web']);
      await runTool('tsc', ['-p', 'bench/plain']);
      await runTool('oxlint', []);
      await tidy();
    },
  },
  e2e: {
    purpose: 'the web site in a browser',
    async run() {
      await build('web', ['sanitizer']);
      await setUp(['browser']);
      await runTestFiles('e2e');
    },
  },
};

const isThere = (kind) => kind === 'native' || existsSync(join(projectRoot, 'tests', kind));

function usage() {
  const kinds = Object.entries(KINDS).map(([name, { purpose }]) => `  ${name.padEnd(8)}${purpose}\n`);
  return `npm test [-- --only KIND]…\n\nRuns every test, or those of these kinds:\n\n${kinds.join('')}`;
}

/** @returns {Promise<boolean>} whether all tests of the kind passed */
async function passes(kind) {
  console.log(`\n── ${kind}: ${KINDS[kind].purpose}`);
  try {
    await KINDS[kind].run();
    return true;
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(`\n${error.message}`);
    return false;
  }
}

async function main(args) {
  const options = { only: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', default: false } };
  const { only, help } = readArguments({ args, options }, usage()).values;
  if (help) return void process.stdout.write(usage());
  const kinds = Object.keys(KINDS).filter(isThere);
  const unknown = only.find((kind) => !kinds.includes(kind));
  if (unknown) throw new SetUpError(`There are no tests of the kind “${unknown}”.\n\n${usage()}`);
  const results = new Map();
  for (const kind of only.length > 0 ? only : kinds) results.set(kind, await passes(kind));
  const outcomes = [...results].map(([kind, passed]) => `${kind}: ${passed ? 'passed' : 'FAILED'}`);
  const failed = [...results.values()].filter((passed) => !passed).length;
  if (notRun.length > 0) console.log(`\nNot run:\n${notRun.map((line) => `  ${line}\n`).join('')}`);
  console.log(`\n${outcomes.join(' · ')}\n${results.size - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
