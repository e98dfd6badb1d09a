import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeOf } from '../../web/src/inspect/place-in-text.ts';

describe('the place of a byte', () => {
  for (const [name, text, offset, place] of [
    ['at the start', 'abc', 0, { line: 1, column: 1, before: '', after: 'abc' }],
    ['in a line', 'ab\ncd,,ef\ngh', 6, { line: 2, column: 4, before: 'cd,', after: ',ef' }],
    ['after letters of several bytes', 'é🦀x', 6, { line: 1, column: 3, before: 'é🦀', after: 'x' }],
    ['at the end', 'a\nb', 3, { line: 2, column: 2, before: 'b', after: '' }],
    ['past the end', 'a\nb', 99, { line: 2, column: 2, before: 'b', after: '' }],
    ['in nothing', '', 0, { line: 1, column: 1, before: '', after: '' }],
  ]) {
    test(name, () => assert.deepEqual(placeOf(new TextEncoder().encode(text), offset), place));
  }

  test('shows no more of a long line than one reads', () => {
    const { column, before, after } = placeOf(new TextEncoder().encode('ä'.repeat(1_000)), 1_000);
    assert.deepEqual([column, before, after], [501, 'ä'.repeat(40), 'ä'.repeat(40)]);
  });
});
