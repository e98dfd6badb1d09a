/*
 * docs/benchmarks.md and its plots, from what was measured.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { figure, megabytes, ranged, table, times, whole } from './format.mjs';
import { delayPlot } from './plots.mjs';
import { COMPARED, comparison, nameOf, rowsOf, syncPlots, syncSections } from './sync.mjs';

const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

function partsSection({ reading, stages, categorising }) {
  const ways = { core: 'ours', decodeAndParse: 'TextDecoder and JSON.parse', jsonParse: 'JSON.parse of a string', plain: 'parse and map', hash: 'hash of the body', copy: 'copy' };
  const readingRows = reading.map((one) => [
    `${nameOf(one)} (${megabytes(one.bytes)})`,
    ...Object.keys(ways).map((way) => ranged(one.megabytesPerSecond[way])),
    ...[one.ratio, one.firstRatio, one.unchangedRatio].map(times),
    megabytes(one.memoryBytes),
  ]);
  const stageNames = Object.keys(stages[0].milliseconds);
  const stageRows = stageNames.map((name) => [name, ...stages.map((one) => ranged(one.milliseconds[name]))]);
  return `## The parts by themselves

In Node's V8, the same module code as in the workers.

### Reading, MB/s

Ours reads the envelope, of every posting what decides whether it is remote, and the rest of the remote
ones into structs. \`JSON.parse\` makes a tree of objects; a worker that calls \`response.json()\` has the text
decoded first, and makes postings of it. A body that is known by its hash is not read at all. The copy into WebAssembly's memory is
the physical limit; the memory holds the body as well.

${table(['', ...Object.values(ways), ...['ours ÷ JSON.parse of bytes', 'ours ÷ parse and map', 'known ÷ parse and map', 'memory']], readingRows)}

### Categorising, µs a posting

By title, which says it nearly always, else by summary; the plain worker looks for some 180 keywords.

${table(
  ['', ...COMPARED],
  categorising.map((one) => [`${nameOf(one)} (${whole(one.remote)} remote)`, ...comparison({ ...one.microseconds, ratio: one.ratio })]),
)}

### Where the time goes, ms

${table(['stage', ...stages.map((one) => `${nameOf(one)} (${whole(one.remote)} remote)`)], stageRows)}

The last two “–” rows extract the text again and look through that of every posting, where a sync looks for
a scope only if location, places and countries tell none, and for pay only if no field does: the rows add up
to more than the whole.
`;
}

function cleansingSection({ texts, nesting, moduleBytes }) {
  const rows = texts.flatMap(({ name, descriptions, meanBytes, microseconds, ratios }) =>
    ['bytes', 'strings'].map((way) => [
      `${name}: ${whole(descriptions)} of ${whole(meanBytes)} bytes on average, ${way}`,
      ranged(microseconds[way]),
      ranged(microseconds.plain),
      times(ratios[way]),
    ]),
  );
  const nested = nesting.map(({ megabytes, milliseconds }) => [`${megabytes} MB`, ranged(milliseconds)]);
  return `## Cleansing

A description made safe and well set, in Node's V8, µs each. In the workers its bytes are a part of D1's answer
and leave as a part of a statement: that is “bytes”, from and to UTF-8 in the module's memory. “Strings” makes
them of a JavaScript string before, and one of them after, which no worker does. sanitize-html takes and makes
strings; it lets the same elements pass, but lays nothing out.

${table(['descriptions', 'ours', 'sanitize-html', 'sanitize-html ÷ ours'], rows)}

Divs that are never closed, one in the other, ms:

${table(['input', 'ours'], nested)}

The sanitizer with all it needs, as a module of its own, is ${kibibytes(moduleBytes)} gzipped.
`;
}

function sizeSection(rows) {
  const cells = rows.map(({ name, script, wasm }) => [
    name,
    kibibytes(script.gzip),
    wasm ? kibibytes(wasm.gzip) : '–',
    kibibytes(script.gzip + (wasm?.gzip ?? 0)),
    kibibytes(script.bytes + (wasm?.bytes ?? 0)),
  ]);
  return `## Size

What is deployed, each file gzipped by itself at level 9.

${table(['worker', 'script, gzip', 'WebAssembly, gzip', 'in all, gzip', 'in all'], cells)}
`;
}

function startSection(rows) {
  const cells = rows.map(({ name, totalCpuMs, firstCpuMs }) => [
    { nothing: 'a worker that does nothing', ours: 'ours', plain: 'plain' }[name],
    ranged(totalCpuMs),
    ranged(firstCpuMs),
  ]);
  return `## Start

Processor time of workerd from its start, through the migrations of its database, to the end of the first
sync, of ten postings; and of that sync alone.

${table(['', 'from the start, ms', 'the first sync, ms'], cells)}
`;
}

const PAGES = {
  file: 'a static file, which no worker sees',
  board: 'the board',
  posting: 'the page of a posting',
  list: 'a list of 30 with counts, by the API',
  document: 'a posting, by the API',
};

function pagesSection(rows) {
  const cells = rows.map(({ name, firstCpuMs, againCpuMs }) => [PAGES[name], ranged(firstCpuMs), ranged(againCpuMs)]);
  return `## Pages and answers

Processor time of workerd for one request over HTTP, with D1's SQLite and Miniflare's cache in it, of 500
postings. “Made” is an address that nobody has asked for: it is asked of the database, drawn and kept. “Given
again” is what the edge has kept: no statement. What goes beyond the static file is the site's own.

${table(['processor time, ms', 'made', 'given again'], cells)}
`;
}

function weekSection(days) {
  const cells = days.map((day, i) => [
    `day ${i + 1}`,
    whole(day.open),
    whole(day.closed),
    whole(day.runs),
    whole(day.requests),
    whole(day.notModified),
    whole(day.roundTrips),
    whole(day.statements),
    figure(day.steps / 1e6),
    whole(day.mostSteps),
    megabytes(day.bytes),
  ]);
  const head = ['', 'open', 'closed', 'runs', 'requests', 'answered by 304', 'round trips', 'statements', 'steps, millions', 'most of one statement', 'database'];
  return `## A week

All crons at their pace for 1,000 companies, whose boards have 125 postings each and change about once a day, 2,000
candidates that have no board, and both feeds; on the first day all boards are new. The core runs natively on SQLite
(\`bench/core/week.cc\`): a week in workerd takes a week. Steps are those of SQLite's virtual machine, exact where times
are not. At the end the postings of every board are compared with the database.

${table(head, cells)}
`;
}

function rotationSection(kinds) {
  const percent = (spread) => ranged(spread, 100);
  const cells = kinds.map((kind) => [
    kind.boards,
    ranged(kind.fixedMinutes),
    ranged(kind.adaptiveMinutes),
    percent(kind.gain),
    percent(kind.requests),
  ]);
  const head = ['', 'fixed, minutes', 'adaptive, minutes', 'less, %', 'requests, % of those asked for'];
  return `## How soon a new posting is seen

The mean time from the opening of a posting to the next look at its board, with \`SYNC_INTERVAL\` at four hours: by
the rules that the worker follows, which know nothing of the boards at first, and at fixed intervals with as many
requests. Simulated natively (\`bench/core/rotation.cc\`), ${kinds[0].seeds} seeds: the real boards are recorded every
eight hours or so, and their postings open at random moments in between, 40 times for each seed; the openings of the
1,000 boards in a day are log-normal, with σ = 1.5, over a month. Where all rates are known, the least that can be
reached is 43 % less for these, and 39 % for the real ones.

![Mean delay, fixed and adaptive](benchmarks/rotation-delay.svg)

${table(head, cells)}
`;
}

function rotationPlots(kinds) {
  const bars = kinds.map(({ boards, adaptiveMinutes, fixedMinutes }) => ({ label: boards, adaptive: adaptiveMinutes, fixed: fixedMinutes }));
  return { 'rotation-delay.svg': delayPlot('Minutes until a new posting is seen, at as many requests', bars) };
}

const FREE_CPU_MS = 10;

function freePlan(figures) {
  const verdict = ({ min, max }) => (max <= FREE_CPU_MS ? 'fits' : min > FREE_CPU_MS ? 'does not fit' : 'at the limit');
  const single = figures.filter(({ boards }) => !boards);
  const rows = rowsOf(single, (one, scenario) => {
    const { ours } = one.workerCpuMs[scenario];
    return [ranged(ours), verdict(ours)];
  });
  const text = readFileSync(new URL('free-plan.md', import.meta.url), 'utf8');
  return `${text}\n${table(['one sync', 'processor, ms', 'within 10 ms'], rows)}\n`;
}

export const SECTIONS = { sync: syncSections, parts: partsSection, cleansing: cleansingSection, size: sizeSection, start: startSection, pages: pagesSection, week: weekSection, rotation: rotationSection };

const where = ({ machine, measuredOn, rounds }) =>
  `${machine.processor}, ${machine.memoryGigabytes} GB, ${machine.system}, load ${machine.load.toFixed(1)} at the end; ` +
  `${rounds === 1 ? '1 round' : `${rounds} rounds`}, ${measuredOn}, at commit ${machine.commit}. Node ${machine.node}, ` +
  `${Object.entries(machine.packages).map(([name, version]) => `${name} ${version}`).join(', ')}.`;

const mark = (name) => `<!-- ${name} -->\n`;

/** A section with a mark before it, by which the next report finds it. */
const marked = (name, text) => `${mark(name)}${text.trimEnd()}\n`;

/**
 * A section as an earlier report has it.
 * @param {string} report
 * @param {string} name
 */
export function sectionOf(report, name) {
  const [, rest] = report.split(mark(name));
  return rest === undefined ? '' : marked(name, rest.split(/^<!-- \w+ -->$/m)[0]);
}

/**
 * Writes the sections that have results anew and leaves the others as they stand.
 * @param {Record<string, {figures: object, machine: object, measuredOn: string, rounds: number} | undefined>} results
 * @returns {string[]} the files that were written
 */
export function writeReport(results) {
  const docs = join(projectRoot, 'docs');
  mkdirSync(join(docs, 'benchmarks'), { recursive: true });
  const report = join(docs, 'benchmarks.md');
  const before = existsSync(report) ? readFileSync(report, 'utf8') : '';
  const sections = Object.entries(SECTIONS).map(([name, write]) => {
    const result = results[name];
    return result ? marked(name, `${write(result.figures).trimEnd()}\n\n*${where(result)}*`) : sectionOf(before, name);
  });
  const introduction = readFileSync(new URL('introduction.md', import.meta.url), 'utf8');
  const free = results.sync ? marked('free', freePlan(results.sync.figures)) : sectionOf(before, 'free');
  const files = { 'benchmarks.md': [introduction, ...sections, free].filter(Boolean).join('\n') };
  const plots = {
    ...(results.sync && syncPlots(results.sync.figures)),
    ...(results.rotation && rotationPlots(results.rotation.figures)),
  };
  for (const [name, content] of Object.entries(plots)) files[`benchmarks/${name}`] = content;
  for (const [name, content] of Object.entries(files)) writeFileSync(join(docs, name), content);
  return Object.keys(files).map((name) => `docs/${name}`);
}
