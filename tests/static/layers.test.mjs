/**
 * The rooms of wasm/ depend downwards only, and but for two of them know nothing of the world: no clock,
 * randomness, network or file, which all come through host/host.h.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

/**
 * The rooms that a room may include from: "api" with the rooms within it, "api/" without them. Adding to it is
 * a decision about the architecture.
 */
const MAY_INCLUDE = {
  support: [],
  host: ['support'],
  model: ['support'],
  schedule: ['model', 'support'],
  sanitize: ['support'],
  'normalize/text': ['sanitize', 'model', 'support'],
  'normalize/category': ['normalize/text', 'model', 'support'],
  'normalize/company': ['normalize/text', 'sanitize', 'model', 'support'],
  'normalize/pay': ['normalize/text', 'model', 'support'],
  'normalize/scope': ['normalize/text', 'model', 'support'],
  'normalize/remote': ['normalize/scope', 'normalize/text', 'model', 'support'],
  'normalize/role': ['normalize/category', 'normalize/company', 'normalize/scope', 'normalize/text', 'model', 'support'],
  normalize: ['normalize', 'sanitize', 'model', 'support'],
  sources: ['normalize', 'sanitize', 'model', 'support'],
  store: ['host', 'model', 'support'],
  inspect: ['sources', 'normalize', 'sanitize', 'model', 'support'],
  sync: ['sources', 'store', 'schedule', 'normalize', 'sanitize', 'host', 'model', 'support'],
  api: ['store', 'schedule', 'normalize', 'sanitize', 'host', 'model', 'support'],
  'api/search': ['api/', 'store', 'normalize', 'model', 'support'],
  'api/jobs': ['api/', 'api/search', 'store', 'normalize', 'model', 'support'],
  'api/companies': ['api/', 'api/jobs', 'api/search', 'store', 'schedule', 'normalize', 'model', 'support'],
  'api/operations': ['api/', 'api/companies', 'api/jobs', 'store', 'schedule', 'normalize', 'host', 'model', 'support'],
  'api/feeds': ['api/', 'api/jobs', 'normalize', 'model', 'support'],
  picture: ['support'],
  boundary: ['sync', 'api', 'inspect', 'picture', 'store', 'host', 'support'],
};

const ROOMS = Object.keys(MAY_INCLUDE).toSorted();

const WORLDLY_HEADERS = /^(emscripten.*|ctime|time\.h|random|thread|mutex|fstream|iostream|cstdio|stdio\.h|unistd\.h|sys\/.*)$/;
const WORLDLY_CALLS = /\b(\w+_clock|std::rand|std::time|clock_gettime|gettimeofday|getenv|std::printf|std::abort|std::exit)\b/;

/** The headers that declare the names which nearly every file uses. */
const STANDARD_HEADERS = {
  algorithm: /\bstd::(?:ranges::\w+|min|max|clamp|sort|equal|search|transform|reverse)\b/,
  array: /\bstd::(?:to_)?array\b/,
  bit: /\bstd::(?:bit_cast|countr_zero|countl_zero|popcount)\b/,
  charconv: /\bstd::from_chars\b/,
  cstddef: /\bstd::(?:size_t|ptrdiff_t)\b/,
  cstdint: /\bstd::u?int(?:8|16|32|64)_t\b/,
  expected: /\bstd::(?:expected|unexpected)\b/,
  functional: /\bstd::(?:function|less)\b/,
  initializer_list: /\bstd::initializer_list\b/,
  iterator: /\bstd::(?:move_iterator|back_inserter)\b/,
  map: /\bstd::map\b/,
  memory: /\bstd::(?:unique_ptr|make_unique)\b/,
  optional: /\bstd::(?:optional|nullopt)\b/,
  set: /\bstd::set\b/,
  span: /\bstd::span\b/,
  string: /\bstd::(?:string|to_string)\b/,
  string_view: /\bstd::string_view\b/,
  tuple: /\bstd::tuple\b/,
  utility: /\bstd::(?:move|exchange|swap|pair|forward)\b(?!_)/,
  variant: /\bstd::(?:variant|monostate|get_if|visit)\b/,
  vector: /\bstd::vector\b/,
  'glaze/json.hpp': /\bglz::/,
  'nlohmann/json.hpp': /\bnlohmann::/,
};

const wasm = join(projectRoot, 'wasm');
const files = globSync('**/*.{h,cc}', { cwd: wasm }).map((file) => file.split(sep).join('/'));

const sourceOf = (file) => readFileSync(join(wasm, file), 'utf8');
const includesOf = (file, pattern) => [...sourceOf(file).matchAll(pattern)].map(([, name]) => name);
/** The headers of libraries that a file includes, or that come with one of ours. */
function librariesOf(file, seen = new Set()) {
  if (seen.has(file)) return [];
  seen.add(file);
  const own = includesOf(file, /^#include "([^"]+)"/gm).filter((name) => files.includes(name));
  return [...includesOf(file, /^#include <([^>]+)>/gm), ...own.flatMap((name) => librariesOf(name, seen))];
}
const codeOf = (file) => sourceOf(file).replaceAll(/\/\/.*|"(?:[^"\\\n]|\\.)*"/g, '');
/** The innermost room of the table that holds the file. */
const roomOf = (file) => ROOMS.findLast((room) => file.startsWith(`${room}/`)) ?? assert.fail(`the table above has no room for ${file}`);
const covers = (allowed, room) => allowed === `${room}/` || `${room}/`.startsWith(`${allowed}/`);

describe('the rooms of wasm/', () => {
  for (const room of ROOMS) {
    test(`${room} includes only what lies below it`, () => {
      const allowed = [`${room}/`, ...MAY_INCLUDE[room]];
      const wrong = files
        .filter((file) => roomOf(file) === room)
        .flatMap((file) => includesOf(file, /^#include "([^"]+)"/gm).map((name) => ({ file, name })))
        .filter(({ name }) => !allowed.some((other) => covers(other, roomOf(name))));
      assert.deepEqual(wrong, []);
    });
  }

  test('know the world through host/host.h alone', () => {
    const core = files.filter((file) => roomOf(file) !== 'boundary');
    const headers = core.flatMap((file) =>
      includesOf(file, /^#include <([^>]+)>/gm).filter((name) => WORLDLY_HEADERS.test(name)).map((name) => ({ file, name })),
    );
    assert.deepEqual(headers, []);
    assert.deepEqual(core.filter((file) => WORLDLY_CALLS.test(sourceOf(file))), []);
  });

  test('only the boundary imports from and exports to JavaScript', () => {
    const marked = files.filter((file) => /import_module|export_name|EMSCRIPTEN/.test(sourceOf(file)));
    assert.deepEqual([...new Set(marked.map(roomOf))], ['boundary']);
  });

  test('every header is included by somebody, and includes itself nowhere', () => {
    const included = new Set(files.flatMap((file) => includesOf(file, /^#include "([^"]+)"/gm).filter((name) => name !== file)));
    assert.deepEqual(files.filter((file) => file.endsWith('.h') && !included.has(file)), []);
  });

  test('know the libraries they use by includes, not by a precompiled header', () => {
    const missing = files.flatMap((file) => {
      const code = codeOf(file);
      const known = new Set(librariesOf(file));
      const unknown = Object.keys(STANDARD_HEADERS).filter((name) => STANDARD_HEADERS[name].test(code) && !known.has(name));
      return unknown.map((name) => `${file}: <${name}>`);
    });
    assert.deepEqual(missing, []);
  });
});
