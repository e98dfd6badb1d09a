/*
 * Sanitized attacks in Chromium, with scripting on: nothing runs, nothing is asked for, and the document is to
 * the last node the tree that the sanitizer wrote.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { loadSanitizer } from '../wasm/sanitizer.mjs';
import { useBrowser } from './support/browser.mjs';
import { ATTACKS } from './support/attacks.mjs';

const KNOWN = join(projectRoot, '..', 'shared', 'conformance', 'xss', 'dompurify-payloads.json');
const isThere = existsSync(KNOWN);
if (!isThere && process.env.DEMAND_SHARED_DATA) throw new Error(`The known attacks are missing: ${KNOWN}`);
const skip = isThere ? false : `the known attacks are not in ${KNOWN}`;
const known = () => JSON.parse(readFileSync(KNOWN, 'utf8'));

const ORIGIN = 'https://postings.example';
const VOID = new Set(['br', 'hr']);
const ELEMENTS = new Set([
  ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'pre', 'a'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'code'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
]);

/** @typedef {string | {name: string, attributes: Record<string, string>, children: Node[]}} Node */

const unescape = (text) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]);

/**
 * The tree that the sanitizer wrote, read without any of HTML's forgiveness, and nothing in it that the
 * policy does not list.
 * @param {string} html @returns {Node[]}
 */
function readStrictly(html) {
  const root = { name: '', attributes: {}, children: [] };
  const open = [root];
  const tags = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)>|[^<>]+/gy;
  for (let at = 0; at < html.length; at = tags.lastIndex) {
    tags.lastIndex = at;
    const match = tags.exec(html);
    assert.ok(match, `neither text nor tag: ${html.slice(at, at + 40)}`);
    const [text, slash, name, attributes] = match;
    const { name: innermost, children } = open.at(-1);
    if (!name) {
      children.push(unescape(text));
    } else if (slash) {
      assert.equal(name, innermost);
      open.pop();
    } else {
      const node = { name, attributes: readAttributes(name, attributes), children: [] };
      children.push(node);
      if (!VOID.has(name)) open.push(node);
    }
  }
  assert.equal(open.length, 1);
  return root.children;
}

/** Whether a host in other scripts can be one, only IDNA knows; nothing else may be doubtful. */
function assertPublishable(href) {
  assert.match(href, /^(https?:\/\/|mailto:)/);
  if (/^[\0-\x7F]*$/.test(href)) assert.ok(URL.canParse(href), href);
}

function readAttributes(name, text) {
  assert.ok(ELEMENTS.has(name), name);
  const attributes = Object.fromEntries(
    [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value)]),
  );
  assert.deepEqual(Object.keys(attributes), name === 'a' ? ['href', 'rel'] : []);
  if (name === 'a') assertPublishable(attributes.href);
  return attributes;
}

/** Runs in the page: what is in each `main`, in the form of `readStrictly`, as JSON. */
function readPostings() {
  const read = (parent) => {
    const nodes = [];
    for (const node of parent.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE) {
        const attributes = Object.fromEntries([...(node.attributes ?? [])].map((a) => [a.name, a.value]));
        nodes.push({ name: node.nodeName.toLowerCase(), attributes, children: read(node) });
      } else if (typeof nodes.at(-1) === 'string') {
        nodes.push(nodes.pop() + node.data);
      } else {
        nodes.push(node.data);
      }
    }
    return nodes;
  };
  return JSON.stringify([...document.querySelectorAll('main')].map(read));
}

/** Runs in the page before anything else: whatever an attack may call leaves a trace. */
function watch() {
  globalThis.traces = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'fetch']) {
    globalThis[name] = () => void globalThis.traces.push(name);
  }
  globalThis.addEventListener('error', ({ message }) => globalThis.traces.push(message ?? 'error'));
}

const pageOf = (postings) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body>${postings
    .map((html) => `<main>${html}</main>`)
    .join('\n')}</body></html>`;

/** A page that shows postings, and what it did that it should not have. */
async function openViewer(browser) {
  const context = await browser.newContext();
  const traces = [];
  let content = [];
  await context.addInitScript(watch);
  await context.addInitScript({ content: `globalThis.readPostings = ${readPostings};` });
  await context.route('**/*', (route) => {
    if (route.request().url() === `${ORIGIN}/`) {
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(content) });
    }
    traces.push(`asked ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => (traces.push(dialog.message()), dialog.dismiss()));
  page.on('popup', () => traces.push('popup'));
  page.on('pageerror', ({ message }) => traces.push(message));
  page.on('frameattached', () => traces.push('frame'));
  return {
    /** Loads a page that holds the postings; answers their trees. */
    async load(postings) {
      content = postings;
      await page.goto(`${ORIGIN}/`);
      return JSON.parse(await page.evaluate(() => globalThis.readPostings()));
    },
    /** Sets the postings one after the other in a page that is there; answers their trees. */
    async insert(postings) {
      await this.load(['']);
      const setEach = (all) =>
        all.map((html) => {
          document.querySelector('main').innerHTML = html;
          return globalThis.readPostings();
        });
      return (await page.evaluate(setEach, postings)).flatMap((text) => JSON.parse(text));
    },
    /** The events until now, and shortly after. */
    async traces() {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const found = [...traces, ...(await page.evaluate(() => globalThis.traces))];
      traces.length = 0;
      if (new URL(page.url()).origin !== ORIGIN) found.push(`went to ${page.url()}`);
      return found;
    },
    close: () => context.close(),
  };
}

/** Two attacks cut into each other, the same ones on every run. */
function splice(attacks, count) {
  let seed = 20260810;
  const below = (limit) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, () => {
    const [outer, inner] = [attacks[below(attacks.length)], attacks[below(attacks.length)]];
    const at = below(outer.length + 1);
    return outer.slice(0, at) + inner.slice(below(inner.length)) + outer.slice(at + below(4));
  });
}

describe('a sanitized attack in a browser', () => {
  const chromium = useBrowser();
  let viewer;
  let sanitize;
  before(async () => {
    sanitize = (await loadSanitizer()).string;
    viewer = await openViewer(chromium.browser);
  });
  after(() => viewer?.close());

  async function assertHarmless(attacks) {
    const postings = attacks.map(sanitize);
    for (const way of ['load', 'insert']) {
      const shown = await viewer[way](postings);
      assert.equal(shown.length, postings.length, way);
      postings.forEach((html, i) => assert.deepEqual(shown[i], readStrictly(html), `${way}: ${attacks[i]}`));
      assert.deepEqual(await viewer.traces(), [], way);
    }
  }

  test('would be noticed', async () => {
    const attack = '<img src="https://evil.example/x" onerror="alert(1)"><svg onload=confirm(1)>';
    for (const way of ['load', 'insert']) {
      await viewer[way]([attack]);
      const traces = await viewer.traces();
      assert.ok(traces.includes('asked https://evil.example/x'), String(traces));
      assert.ok(traces.includes('alert'), String(traces));
    }
    const [misnested] = await viewer.load(['<p>a<table></table></p>']);
    assert.notDeepEqual(misnested, readStrictly('<p>a<table></table></p>'));
    for (const markup of [attack, '<p onclick="x">a</p>', '<a href="javascript:x" rel="x">a</a>', '<p>a']) {
      assert.throws(() => readStrictly(markup), markup);
    }
  });

  test('does nothing: own attacks', () => assertHarmless(ATTACKS));
  test('does nothing: known attacks', { skip }, () => assertHarmless(known()));
  test('does nothing when cut into another', () =>
    assertHarmless(splice(isThere ? [...ATTACKS, ...known()] : ATTACKS, 2000)));
});
