/*
 * npm run bench: measures, and writes docs/benchmarks.md with its plots from what was measured last.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../tools/build.mjs';
import { SetUpError, isMain, projectRoot, readArguments, runProgram } from '../tools/setup/processes.mjs';
import { describeMachine } from './measure/machine.mjs';
import { writeReport } from './report/report.mjs';
import { measureCleansing } from './sections/cleansing.mjs';
import { measurePages } from './sections/pages.mjs';
import { measureRotation } from './sections/rotation.mjs';
import { measureParts } from './sections/stages.mjs';
import { measureSizes, measureStart } from './sections/start.mjs';
import { CASES, measureSyncs } from './sections/sync.mjs';
import { measureWeek } from './sections/week.mjs';

const SECTIONS = {
  size: { purpose: 'what is deployed, gzipped', measure: measureSizes },
  start: { purpose: 'from nothing to the first sync', measure: measureStart },
  parts: { purpose: 'reading and deriving by themselves', measure: measureParts },
  cleansing: { purpose: 'markup made safe, beside sanitize-html', measure: measureCleansing },
  sync: { purpose: 'whole syncs: processor, memory, time, D1', measure: measureSyncs },
  pages: { purpose: 'pages and answers of the API, made and given again', measure: measurePages },
  week: { purpose: 'a week of cron at 100,000 postings, counted', measure: measureWeek, isCounted: true },
  rotation: { purpose: 'how soon a new posting is seen, simulated', measure: measureRotation, isCounted: true },
};

const HELP = `npm run bench [-- option…]

Builds the workers, measures them against a plain TypeScript worker on this machine, and writes
docs/benchmarks.md. What is not measured this time stands there as this checkout measured it last, or as it
stood there before.

  --only SECTION   one of these, may be repeated:
${Object.entries(SECTIONS)
  .map(([name, { purpose }]) => `                     ${name.padEnd(10)}${purpose}\n`)
  .join('')}  --case CASE      for “sync”, may be repeated: ${CASES.map(({ id }) => id).join(', ')}
  --rounds N       how often each thing is measured (default: 7)
  --no-report      leave docs/ as it is
  --help           this text
`;

const many = { type: 'string', multiple: true, default: [] };
const flag = { type: 'boolean', default: false };
const OPTIONS = { only: many, case: many, rounds: { type: 'string', default: '7' }, 'no-report': flag, help: flag };

function check({ only, case: cases, rounds }) {
  const unknown = [
    ...only.filter((name) => !Object.hasOwn(SECTIONS, name)),
    ...cases.filter((name) => !CASES.some(({ id }) => id === name)),
  ];
  if (unknown.length > 0) throw new SetUpError(`Nothing is called “${unknown.join('”, “')}”.\n\n${HELP}`);
  if (!/^[1-9]\d{0,2}$/.test(rounds)) throw new SetUpError(`--rounds wants a number from 1 to 999.\n\n${HELP}`);
  if (process.platform !== 'linux') throw new SetUpError('Processor time of workerd is read from /proc: Linux only.');
}

const folder = join(projectRoot, 'build', 'bench');
const fileOf = (section) => join(folder, `${section}.json`);

/** The figures that were measured last. @returns {object | undefined} */
function readResult(section) {
  try {
    return JSON.parse(readFileSync(fileOf(section), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Cases that were not measured this time stay as they were. */
function merge(section, figures) {
  const before = section === 'sync' ? (readResult(section)?.figures ?? []) : [];
  if (before.length === 0) return figures;
  const latest = new Map([...before, ...figures].map((one) => [one.id, one]));
  return CASES.filter(({ id }) => latest.has(id)).map(({ id }) => latest.get(id));
}

/** The sections that the report can be made of: “sync” once all its cases have been measured here. */
function readReportable(section) {
  const result = readResult(section);
  if (section !== 'sync' || !result || result.figures.length === CASES.length) return result;
  say('not all cases of “sync” have been measured in this checkout: docs/ keeps what it says of them');
  return undefined;
}

const startedAt = performance.now();
function say(line) {
  const seconds = Math.round((performance.now() - startedAt) / 1e3);
  console.log(`${String(seconds).padStart(5)} s  ${line}`);
}

async function main(args) {
  const options = readArguments({ args, options: OPTIONS }, HELP).values;
  if (options.help) return void process.stdout.write(HELP);
  check(options);
  const sections = options.only.length > 0 ? options.only : Object.keys(SECTIONS);
  await build('bench');
  if (sections.includes('pages')) await build('web');
  mkdirSync(folder, { recursive: true });
  for (const section of sections) {
    const { measure, isCounted } = SECTIONS[section];
    const rounds = isCounted ? 1 : Number(options.rounds);
    const figures = await measure({ rounds, cases: options.case, say });
    const result = { measuredOn: new Date().toISOString().slice(0, 10), rounds, figures: merge(section, figures) };
    writeFileSync(fileOf(section), JSON.stringify({ ...result, machine: describeMachine() }, null, 1));
  }
  if (options['no-report']) return;
  const results = Object.fromEntries(Object.keys(SECTIONS).map((section) => [section, readReportable(section)]));
  for (const file of writeReport(results)) say(`wrote ${file}`);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
