/*
 * node tools/run.mjs bench/cleansing.mjs: what cleansing costs in V8, as it is compiled for production, beside
 * sanitize-html on the same texts, which lets the same elements pass and lays nothing out. Both in turn
 * in one process; the least of several rounds counts, for what else the machine does only adds to it.
 */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { SANITIZER_MODULE, loadSanitizer } from '../tests/wasm/sanitizer.mjs';
import { build } from '../tools/build.mjs';
import { boards } from '../tools/sample-sources/companies.mjs';
import { inOrder } from '../tools/sample-sources/describe.mjs';
import { toHtml } from '../tools/sample-sources/markup.mjs';
import { createWorld } from '../tools/sample-sources/world.mjs';
import { loadPlain } from './load-plain.mjs';

const ROUNDS = 30;
const TEXT_BYTES = 8 * 1024;

/** Descriptions of 8 KB, made of those of the sample boards. */
function makeTexts() {
  const world = createWorld({ seed: 1, day: 20_000, changeEveryMs: 60_000 });
  const texts = [];
  let text = '';
  for (const board of boards) {
    for (const posting of world.postings(board, 0)) {
      text += toHtml(inOrder(posting.sections), posting.layout);
      if (text.length < TEXT_BYTES) continue;
      texts.push(text.slice(0, TEXT_BYTES));
      text = '';
    }
  }
  return texts;
}

function millisecondsFor(cleanse, texts) {
  const begin = performance.now();
  for (const text of texts) cleanse(text);
  return performance.now() - begin;
}

const least = (rounds, measure) => Math.min(...Array.from({ length: rounds }, measure));

await build('bench');
const sanitize = await loadSanitizer();
const { cleanse: sanitizePlainly } = await loadPlain('sanitize');
const texts = makeTexts();
const ours = [];
const theirs = [];
for (let round = 0; round < ROUNDS; round++) {
  ours.push(millisecondsFor(sanitize, texts) / texts.length);
  theirs.push(millisecondsFor(sanitizePlainly, texts) / texts.length);
}
const report = (what, figure) => console.log(`${what.padEnd(44)}${figure}`);
const [our, their] = [Math.min(...ours), Math.min(...theirs)];
report(`8 KB description, of ${texts.length}, warm`, `${our.toFixed(3)} ms`);
report('sanitize-html, warm', `${their.toFixed(3)} ms, ${(their / our).toFixed(1)} times as long`);
report('first round, cold', `${ours[0].toFixed(3)} ms, ${(theirs[0] / ours[0]).toFixed(1)} times as long`);
for (const megabytes of [0.25, 0.5, 1]) {
  const nested = '<div>'.repeat((megabytes * 2 ** 20) / 5);
  const time = least(5, () => millisecondsFor(sanitize, [nested]));
  report(`nested divs, ${megabytes} MB`, `${time.toFixed(1)} ms`);
}
report('module, gzip', `${gzipSync(await readFile(SANITIZER_MODULE), { level: 9 }).length} bytes`);
