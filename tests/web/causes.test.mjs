import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupByCause } from '../../web/src/dashboard/causes.ts';

const run = (source, error, company) => ({
  source,
  error,
  company,
  syncType: 'discovery',
  startedAt: 'then',
  completedAt: null,
});

test('failures are grouped by source and cause', () => {
  const causes = groupByCause([
    run('lever', 'timeout: late', 'a'),
    run('lever', 'timeout: later', 'a'),
    run(null, 'Something else went wrong: badly', null),
    run('greenhouse', 'timeout: late', 'b'),
    run('lever', 'timeout', 'c'),
    run('lever', null, 'd'),
  ]);
  assert.deepEqual(
    causes.map(({ source, code, count, error, companies }) => [source, code, count, error, companies]),
    [
      ['lever', 'timeout', 3, 'late', ['a', 'c']],
      ['discovery', 'other', 1, 'Something else went wrong: badly', []],
      ['greenhouse', 'timeout', 1, 'late', ['b']],
      ['lever', 'other', 1, 'The run left no error.', ['d']],
    ],
  );
});
