/*
 * The parts of the work one by one, in this process's V8: the core's, as WebAssembly, and what the plain
 * worker uses for the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { makeBody } from '../bodies.mjs';
import { loadPlain } from '../load-plain.mjs';
import { ratios } from '../measure/statistics.mjs';
import { spreads, timeInTurn } from '../measure/turns.mjs';

/** The places of the sources in their table. */
const SOURCE_NUMBERS = { greenhouse: 0, lever: 1, ashby: 4, recruitee: 5, workable: 6, jobicy: 7 };

/** The module that CMake's target `stages` builds, with bytes put into its memory. */
function openStages() {
  const module = new WebAssembly.Module(readFileSync(join(projectRoot, 'build/wasm-release/stages.wasm')));
  const none = new Proxy({}, { get: () => () => 0 });
  const { exports } = new WebAssembly.Instance(module, { env: none, host: none, wasi_snapshot_preview1: none });
  exports._initialize();
  const copyTo = (pointer, bytes) => new Uint8Array(exports.memory.buffer, pointer, bytes.length).set(bytes);
  const put = (bytes) => {
    const pointer = exports.reserve(bytes.length);
    copyTo(pointer, bytes);
    return pointer;
  };
  return { exports, put, copyTo };
}

/**
 * Measures the way from the bytes of a body to postings, beside a copy of the same bytes, the lower bound. A
 * body that is known by its hash is not read.
 */
async function measureReading(source, size, rounds) {
  const { sources } = await loadPlain('sources');
  const { exports, put, copyTo } = openStages();
  const { text: bytes } = makeBody(source, size);
  const pointer = put(bytes);
  const text = bytes.toString();
  const decoder = new TextDecoder();
  const times = timeInTurn(
    {
      copy: () => copyTo(pointer, bytes),
      hash: () => exports.hash_body(pointer, bytes.length),
      core: () => exports.read(SOURCE_NUMBERS[source], pointer, bytes.length),
      jsonParse: () => JSON.parse(text),
      decodeAndParse: () => JSON.parse(decoder.decode(bytes)),
      plain: () => sources[source].read(JSON.parse(decoder.decode(bytes)), { slug: 'bench', name: 'Bench' }),
    },
    rounds,
  );
  return {
    source,
    size,
    bytes: bytes.length,
    memoryBytes: exports.memory.buffer.byteLength,
    megabytesPerSecond: spreads(times, (ms) => bytes.length / ms / 1e3),
    ratio: ratios(times.core, times.decodeAndParse),
    firstRatio: ratios(times.core, times.plain),
    unchangedRatio: ratios(times.hash, times.plain),
  };
}

/** The bodies to be read, by source and size: a thousand postings; an Ashby board of 14 MB, as large ones are; a feed's page. */
const READ = [
  ['greenhouse', 1_000],
  ['lever', 1_000],
  ['ashby', 1_700],
  ['recruitee', 1_000],
  ['workable', 1_000],
  ['jobicy', 100],
];

/** Measures the slow stages, from a body to the statements for D1. */
function measureStages(source, size, rounds) {
  const { exports, put } = openStages();
  const { text: bytes } = makeBody(source, size);
  const pointer = put(bytes);
  const read = () => exports.read(SOURCE_NUMBERS[source], pointer, bytes.length);
  const remote = read();
  exports.normalize();
  const times = timeInTurn(
    {
      'hash the body': () => exports.hash_body(pointer, bytes.length),
      'read the postings': read,
      'hash the postings': exports.hash_postings,
      'derive, in all': exports.normalize,
      '– unwrap the HTML': exports.unwrap_html,
      '– extract the text': exports.extract_text,
      '– tell the categories, by title': exports.categorize,
      '– find the pay in the text': exports.find_salary,
      '– find the scope in the text': exports.find_scope,
      'compose the statements': exports.compose_statements,
    },
    rounds,
  );
  return { source, size, remote, milliseconds: spreads(times) };
}

/**
 * Measures the categories of the same remote postings: by title, which nearly always decides, else by summary.
 */
async function measureCategorising(source, size, rounds) {
  const [{ sources }, { categorize }, { firstWords, textOf }] = await Promise.all(['sources', 'categories', 'text'].map(loadPlain));
  const { exports, put } = openStages();
  const { text: bytes } = makeBody(source, size);
  exports.read(SOURCE_NUMBERS[source], put(bytes), bytes.length);
  exports.normalize();
  const { postings } = sources[source].read(JSON.parse(bytes.toString()), { slug: 'bench', name: 'Bench' });
  const summaries = postings.map(({ description }) => firstWords(textOf(sources[source].html(description)), 200));
  const times = timeInTurn(
    {
      ours: exports.categorize,
      plain: () => postings.map(({ title }, i) => categorize(title, [], summaries[i])),
    },
    rounds,
  );
  const perPosting = (ms) => (ms * 1e3) / postings.length;
  return { source, size, remote: postings.length, microseconds: spreads(times, perPosting), ratio: ratios(times.ours, times.plain) };
}

/** @param {{rounds: number, say: (line: string) => void}} options */
export async function measureParts({ rounds, say }) {
  const many = rounds * 3;
  say('stages: reading');
  const reading = [];
  for (const [source, size] of READ) reading.push(await measureReading(source, size, many));
  say('stages: one by one');
  const stages = [measureStages('greenhouse', 1_000, many), measureStages('lever', 1_000, many)];
  say('stages: categorising');
  const categorising = [await measureCategorising('greenhouse', 1_000, many), await measureCategorising('lever', 1_000, many)];
  return { reading, stages, categorising };
}
