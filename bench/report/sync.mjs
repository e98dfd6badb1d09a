/*
 * The sections on whole syncs, and their plots.
 */
import { growthExponent } from '../measure/statistics.mjs';
import { SCENARIOS } from '../sections/sync.mjs';
import { figure, megabytes, ranged, table, times, whole } from './format.mjs';
import { growthPlot, ratioPlot } from './plots.mjs';

const NAMES = { greenhouse: 'Greenhouse', lever: 'Lever', remoteok: 'RemoteOK' };
export const nameOf = ({ source, size, boards }) => `${NAMES[source]}, ${boards ? `${boards} boards of ` : ''}${whole(size)}`;

/** A row per case and scenario. */
export const rowsOf = (cases, cells) =>
  cases.flatMap((one) =>
    Object.keys(one.workerCpuMs).map((scenario) => [`${nameOf(one)}: ${SCENARIOS[scenario]}`, ...cells(one, scenario)]),
  );

export const comparison = ({ ours, plain, ratio }) => [ranged(ours), ranged(plain), times(ratio)];
export const COMPARED = ['ours', 'plain', 'plain ÷ ours'];

/**
 * The ratio without the cost of receiving the body, on both sides; medians. None where receiving is most of the
 * cost: the rest is then the difference of two figures that vary by more.
 */
function beyondReceiving({ workerCpuMs, receiveCpuMs }, scenario) {
  if (scenario === 'notModified') return '–';
  const { ours, plain } = workerCpuMs[scenario];
  const received = receiveCpuMs.median;
  return received < ours.median / 2 ? `${figure((plain.median - received) / (ours.median - received))}×` : '–';
}

function bodies(cases) {
  const rows = cases.map((one) => [nameOf(one), megabytes(one.bodyBytes), whole(one.remote), ranged(one.receiveCpuMs)]);
  return table(['postings', 'body', 'remote, and kept', 'receiving it, ms'], rows);
}

/** The aim of the design: a fifth of the plain worker's processor time. */
const AIM = 5;

function aim(figures) {
  const all = figures.flatMap((one) =>
    Object.entries(one.workerCpuMs).map(([scenario, { ratio }]) => ({ name: `${nameOf(one)}: ${SCENARIOS[scenario]}`, ratio })),
  );
  const reached = all.filter(({ ratio }) => ratio.median >= AIM).map(({ name }) => name);
  const slower = all.filter(({ ratio }) => ratio.median < 1).map(({ name }) => name);
  const list = (names) => (names.length > 0 ? names.join('; ') : 'none');
  return `The aim is ${AIM}×. Reached: ${list(reached)}. Slower than the plain worker: ${list(slower)}.`;
}

function growthOf(cases, scenario) {
  const boards = cases.filter((one) => one.source === 'greenhouse' && !one.boards);
  const series = (name) => boards.map((one) => ({ size: one.bodyBytes / 1e6, spread: one.workerCpuMs[scenario][name] }));
  return { ours: series('ours'), plain: series('plain') };
}

function growth(cases) {
  const rows = Object.entries(SCENARIOS).map(([scenario, title]) => {
    const { ours, plain } = growthOf(cases, scenario);
    const exponent = (list) => `size^${growthExponent(list.map(({ size, spread }) => [size, spread.median])).toFixed(2)}`;
    const slope = (list) => figure(list.at(-1).spread.median / list.at(-1).size);
    return [title, exponent(ours), exponent(plain), slope(ours), slope(plain)];
  });
  const head = ['Greenhouse', 'ours grows with', 'plain grows with', 'ours, ms per MB of the largest', 'plain'];
  return table(head, rows);
}

function counted(cases) {
  const cell = (one, scenario, field) =>
    ['ours', 'plain'].map((name) => whole(one.counts[name][scenario][field])).join(' / ');
  const fields = ['roundTrips', 'statements', 'rowsRead', 'rowsWritten', 'bytesToD1'];
  const rows = rowsOf(cases, (one, scenario) => fields.map((field) => cell(one, scenario, field)));
  return table(['ours / plain', 'round trips', 'statements', 'rows read', 'rows written', 'characters bound'], rows);
}

function memory(cases) {
  const rows = cases.map((one) => {
    const { ours, plain, ratio } = one.peakBytes;
    return [nameOf(one), ranged(ours, 1e-6), ranged(plain, 1e-6), times(ratio), megabytes(one.wasmBytes)];
  });
  return table(['first sync', 'ours, MB', 'plain, MB', 'plain ÷ ours', "WebAssembly's memory"], rows);
}

function fresh(cases) {
  return table(['first sync', ...COMPARED.map((name) => `${name}${name.includes('÷') ? '' : ', ms'}`)], cases.map((one) => [nameOf(one), ...comparison(one.freshCpuMs)]));
}

/** The sections on the worker by itself, with the answers of D1 at hand. */
function workerSections(figures) {
  const cpuRows = rowsOf(figures, (one, scenario) => [...comparison(one.workerCpuMs[scenario]), beyondReceiving(one, scenario)]);
  const head = ['processor time, ms', ...COMPARED, 'without receiving'];
  return `## A whole sync: the worker alone

Processor time of workerd per sync, warm, with the answers of D1 at hand; “10 boards” is a whole tick of
cron, in which ten companies are due. It holds what receiving the bodies takes, which is the same for both
and is left out in the last column, but where it is more than half:

${bodies(figures)}

${table(head, cpuRows)}

${aim(figures)}

![How many times as much the plain worker takes](benchmarks/worker-cpu-ratio.svg)

### Growth

Fitted to the Greenhouse boards against the size of their body; size^1 is linear.

${growth(figures)}

![First sync of a Greenhouse board](benchmarks/growth-first.svg)
![Unchanged board, sent in full](benchmarks/growth-unchanged.svg)

### The first sync of a fresh runtime

Nothing is compiled or warm: what a worker takes that has just been started.

${fresh(figures)}

`;
}

/** The sections on the whole process, D1 in it. */
function processSections(figures) {
  const processRows = rowsOf(figures, (one, scenario) => [
    ...comparison(one.processCpuMs[scenario]),
    ...comparison(one.wallMs[scenario]),
  ]);
  return `## A whole sync with D1

The whole process, D1's SQLite in it. Here ours pays for what it keeps beyond postings: a full-text index
with facets, the record of changes, leases and request windows. Waiting for a turn to ask is left out.

${table(['', ...COMPARED.map((name) => `processor, ms: ${name}`), ...COMPARED.map((name) => `wall, ms: ${name}`)], processRows)}

## What D1 counts

Ours / plain. Rows are those of D1's own meta figures; the full-text index writes rows of its own.

${counted(figures)}

## Memory

How far the resident memory of a fresh workerd rises during its first sync.

${memory(figures)}
`;
}

export const syncSections = (figures) => workerSections(figures) + processSections(figures);

export function syncPlots(figures) {
  const bars = figures.flatMap((one) =>
    Object.entries(one.workerCpuMs).map(([scenario, { ratio }]) => ({ label: `${nameOf(one)}: ${SCENARIOS[scenario]}`, ratio })),
  );
  const plots = { 'worker-cpu-ratio.svg': ratioPlot('Worker processor time: plain ÷ ours', bars) };
  for (const scenario of ['first', 'unchanged']) {
    const series = growthOf(figures, scenario);
    if (series.ours.length > 1) {
      plots[`growth-${scenario}.svg`] = growthPlot(`Greenhouse: ${SCENARIOS[scenario]}, processor time of the worker`, series);
    }
  }
  return plots;
}
