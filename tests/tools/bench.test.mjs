/** The figures that the benchmark computes from its measurements. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { makeBody } from '../../bench/bodies.mjs';
import { loadPlain } from '../../bench/load-plain.mjs';
import { growthExponent, ratios, spread } from '../../bench/measure/statistics.mjs';
import { SECTIONS, sectionOf } from '../../bench/report/report.mjs';

describe('figures', () => {
  test('spread: the middle one, or between the two in the middle', () => {
    assert.deepEqual(spread([3, 1, 2]), { median: 2, min: 1, max: 3, rounds: 3 });
    assert.deepEqual(spread([4, 1, 2, 3]), { median: 2.5, min: 1, max: 4, rounds: 4 });
  });

  test('ratios are taken round by round', () => {
    assert.deepEqual(ratios([1, 10], [2, 40]), { median: 3, min: 2, max: 4, rounds: 2 });
  });

  test('growth: linear is 1, quadratic 2, constant 0', () => {
    const sizes = [10, 100, 1_000];
    for (const exponent of [0, 1, 2]) {
      const found = growthExponent(sizes.map((size) => [size, 7 * size ** exponent]));
      assert.ok(Math.abs(found - exponent) < 1e-9, `${found}`);
    }
  });
});

describe('the report', () => {
  test('keeps a section that was not measured this time', () => {
    const report = 'Introduction\n<!-- size -->\n## Size\n\ntable\n\n<!-- start -->\n## Start\n\nplot\n';
    assert.equal(sectionOf(report, 'size'), '<!-- size -->\n## Size\n\ntable\n');
    assert.equal(sectionOf(report, 'start'), '<!-- start -->\n## Start\n\nplot\n');
    assert.equal(sectionOf(report, 'parts'), '');
  });

  test('as it stands has every section, so that a checkout that measured one of them keeps the others', () => {
    const report = readFileSync(new URL('../../docs/benchmarks.md', import.meta.url), 'utf8');
    for (const name of [...Object.keys(SECTIONS), 'free']) assert.match(sectionOf(report, name), /^## /m);
  });
});

describe('bodies', () => {
  const jobs = (body) => JSON.parse(body.text).jobs;

  test('are the same each time', () => {
    assert.deepEqual(makeBody('greenhouse', 30), makeBody('greenhouse', 30));
  });

  test('of a later listing: two of two hundred are edited, one has gone, one is new', () => {
    const before = new Map(jobs(makeBody('greenhouse', 200)).map((job) => [job.id, job.content]));
    const after = new Map(jobs(makeBody('greenhouse', 200, { hasChanged: true })).map((job) => [job.id, job.content]));
    const ids = (list, other) => [...list.keys()].filter((id) => !other.has(id));
    assert.deepEqual([ids(before, after).length, ids(after, before).length], [1, 1]);
    assert.equal([...after].filter(([id, content]) => before.has(id) && before.get(id) !== content).length, 2);
  });

  test('of RemoteOK all hold the tag that is asked for', () => {
    const [notice, ...feed] = JSON.parse(makeBody('remoteok', 99).text);
    assert.equal(notice.id, undefined);
    assert.equal(feed.length, 99);
    assert.ok(feed.every(({ tags }) => tags.includes('dev')));
  });
});

describe('the plain worker', () => {
  test('keeps descriptions as they are sent, so that those of unchanged postings are not decoded', async () => {
    const { sources } = await loadPlain('sources');
    const { text } = makeBody('greenhouse', 30);
    const sent = JSON.parse(text).jobs.map(({ content }) => content);
    const { postings } = sources.greenhouse.read(JSON.parse(text), { slug: 'bench', name: 'Bench' });
    assert.ok(postings.length > 0);
    for (const { description } of postings) {
      assert.ok(sent.includes(description));
      assert.match(sources.greenhouse.html(description), /^<\w/);
    }
  });
});
