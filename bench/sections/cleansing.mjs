/*
 * The cost of cleansing in V8, as it is compiled for production, beside sanitize-html on the same texts, which
 * lets the same elements pass and lays nothing out.
 */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { SANITIZER_MODULE, loadSanitizer } from '../../tests/wasm/sanitizer.mjs';
import { boards } from '../../tools/sample-sources/companies.mjs';
import { inOrder } from '../../tools/sample-sources/describe.mjs';
import { toHtml } from '../../tools/sample-sources/markup.mjs';
import { createWorld } from '../../tools/sample-sources/world.mjs';
import { makeBody } from '../bodies.mjs';
import { loadPlain } from '../load-plain.mjs';
import { ratios } from '../measure/statistics.mjs';
import { spreads, timeInTurn } from '../measure/turns.mjs';

const TEXT_BYTES = 8 * 1024;
/** The passes of a round. One takes milliseconds only: many of them tell more. */
const PASSES_PER_ROUND = 10;

/** Descriptions of the sample boards, put together and cut to 8 KB. */
function textsOfOneSize() {
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

/** Descriptions as Lever sends them. */
function textsOfLever() {
  const postings = JSON.parse(makeBody('lever', 200).text);
  return postings.map(({ description, lists, additional }) =>
    [description, ...lists.map((list) => `<h3>${list.text}</h3><ul>${list.content}</ul>`), additional].join(''),
  );
}

function measureTexts(name, texts, { sanitizer, sanitizePlainly, rounds }) {
  const encoder = new TextEncoder();
  const inBytes = texts.map((text) => encoder.encode(text));
  const times = timeInTurn(
    {
      bytes: () => inBytes.forEach(sanitizer.bytes),
      strings: () => texts.forEach(sanitizer.string),
      plain: () => texts.forEach(sanitizePlainly),
    },
    rounds * PASSES_PER_ROUND,
  );
  return {
    name,
    descriptions: texts.length,
    meanBytes: inBytes.reduce((sum, { length }) => sum + length, 0) / texts.length,
    microseconds: spreads(times, (ms) => (ms * 1e3) / texts.length),
    ratios: { bytes: ratios(times.bytes, times.plain), strings: ratios(times.strings, times.plain) },
  };
}

function measureNesting({ sanitizer, rounds }) {
  const texts = [0.25, 0.5, 1].map((megabytes) => [megabytes, Buffer.from('<div>'.repeat((megabytes * 2 ** 20) / 5))]);
  const ways = Object.fromEntries(texts.map(([megabytes, text]) => [megabytes, () => sanitizer.bytes(text)]));
  const milliseconds = spreads(timeInTurn(ways, rounds * PASSES_PER_ROUND));
  return texts.map(([megabytes]) => ({ megabytes, milliseconds: milliseconds[megabytes] }));
}

/** @param {{rounds: number, say: (line: string) => void}} options */
export async function measureCleansing({ rounds, say }) {
  const sanitizer = await loadSanitizer();
  const { cleanse: sanitizePlainly } = await loadPlain('sanitize');
  const using = { sanitizer, sanitizePlainly, rounds };
  say('cleansing: descriptions');
  const texts = [measureTexts('8 KB', textsOfOneSize(), using), measureTexts('Lever', textsOfLever(), using)];
  say('cleansing: nesting');
  const moduleBytes = gzipSync(await readFile(SANITIZER_MODULE), { level: 9 }).length;
  return { texts, nesting: measureNesting(using), moduleBytes };
}
