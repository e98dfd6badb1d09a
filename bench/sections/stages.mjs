/*
 * The parts of the work one by one, in this process's V8: the core's, as WebAssembly, and what the plain
 * worker uses for the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { makeBody } from '../bodies.mjs';
import { loadPlain } from '../load-plain.mjs';
import { ratios, spread } from '../measure/statistics.mjs';

const SOURCE_NUMBERS = { greenhouse: 0, lever: 1 };
const WARM_UP_MS = 1_500;

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

/** Processor time, so that what else the machine does stays out of it. @returns milliseconds */
function time(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

/**
 * Times several ways to do a thing, in turn, after they have warmed up.
 * @param {Record<string, () => unknown>} ways
 * @returns {Record<string, number[]>} milliseconds by way
 */
function timeInTurn(ways, rounds) {
  for (const work of Object.values(ways)) for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) work();
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    for (const [name, work] of Object.entries(ways)) times[name].push(time(work));
  }
  return times;
}

const spreads = (times, perMs = (ms) => ms) =>
  Object.fromEntries(Object.entries(times).map(([name, values]) => [name, spread(values.map(perMs))]));

/** From the bytes of a body to postings; a copy of the same bytes is as fast as it could be. */
function measureReading(source, size, rounds) {
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
    },
    rounds,
  );
  const ratio = ratios(times.core, times.decodeAndParse);
  return { source, size, bytes: bytes.length, megabytesPerSecond: spreads(times, (ms) => bytes.length / ms / 1e3), ratio };
}

/** Where the time goes, from a body to the statements that are sent to D1. */
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
      '– decode entities': exports.decode_entities,
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

/** One description after the other, as a reader would open them. */
async function measureCleansing(rounds) {
  const { exports, put } = openStages();
  const { cleanse } = await loadPlain('sanitize');
  const postings = JSON.parse(makeBody('lever', 200).text);
  const texts = postings.map(({ description, lists, additional }) =>
    [description, ...lists.map((list) => `<h3>${list.text}</h3><ul>${list.content}</ul>`), additional].join(''),
  );
  const inMemory = texts.map((text) => Buffer.from(text)).map((bytes) => [put(bytes), bytes.length]);
  const times = timeInTurn(
    {
      core: () => inMemory.forEach(([pointer, length]) => exports.cleanse(pointer, length)),
      plain: () => texts.forEach(cleanse),
    },
    rounds,
  );
  const bytes = inMemory.reduce((sum, [, length]) => sum + length, 0);
  const microseconds = spreads(times, (ms) => (ms * 1e3) / texts.length);
  return { descriptions: texts.length, meanBytes: bytes / texts.length, microseconds, ratio: ratios(times.core, times.plain) };
}

/** @param {{rounds: number, say: (line: string) => void}} options */
export async function measureParts({ rounds, say }) {
  const many = rounds * 3;
  say('stages: reading');
  const reading = [measureReading('greenhouse', 1_000, many), measureReading('lever', 1_000, many)];
  say('stages: one by one');
  const stages = [measureStages('greenhouse', 1_000, many), measureStages('lever', 1_000, many)];
  say('stages: cleansing');
  return { reading, stages, cleansing: await measureCleansing(many) };
}
