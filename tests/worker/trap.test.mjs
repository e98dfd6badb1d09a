/**
 * A trap in the core is a bug. It ends as one failed run that says why, it holds nothing up, and the
 * next event starts from a clean state.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { companyOf, enterCompany, jobsOf, makeDue, runsOf } from './support/database.mjs';
import { atsConfig, startWorkers } from './support/harness.mjs';
import { board, greenhouseUrl, json, stubSources } from './support/sources.mjs';
import { writeTrapModule } from './support/trap-module.mjs';

let sources;
let workers;
let db;

before(async () => {
  writeTrapModule();
  workers = await startWorkers(atsConfig({ main: 'tests/worker/support/trapping-ats.js' }));
  ({ db } = workers);
  sources = stubSources();
});
after(async () => {
  await workers.close();
  sources.restore();
});

const leaseOf = (worker) =>
  db.prepare('SELECT lease_until FROM batch_state WHERE worker = ?1').bind(worker).first();

async function enterBoard(slug) {
  await enterCompany(db, 'greenhouse', slug);
  sources.answer(greenhouseUrl(slug), () => json(board(5)));
}

/** Delivers an event whose core traps at the n-th call of an import. */
async function tickIntoTrap(name, call) {
  await workers.getWorker().fetch(`/?name=${name}&call=${call}`);
  assert.deepEqual(await workers.tick(), { outcome: 'ok', noRetry: true });
  assert.deepEqual(await leaseOf('ats'), { lease_until: 0 });
}

describe('a trap', () => {
  for (const [name, call, moment] of [
    ['fetch', 1, 'while the request is sent'],
    ['read_body', 2, 'while the body is read'],
    ['query', 2, 'while the known postings are read'],
    ['query', 3, 'while the run is committed'],
  ]) {
    test(`${moment} fails the run with its cause, and the next event does the work`, async () => {
      const slug = `${name.replace('_', '-')}-${call}`;
      await enterBoard(slug);
      await tickIntoTrap(name, call);
      const [failed, ...others] = await runsOf(db, slug);
      assert.deepEqual(others, []);
      assert.equal(failed.status, 'failed');
      assert.match(failed.error, /^trap: .*RuntimeError: unreachable/s);
      assert.ok(failed.completed_at >= failed.started_at);
      assert.equal((await jobsOf(db, slug)).size, 0);
      assert.match((await companyOf(db, slug)).last_error, /^trap: /);

      await makeDue(db, slug);
      assert.equal((await workers.tick()).outcome, 'ok');
      const { status, stats } = (await runsOf(db, slug)).at(-1);
      assert.deepEqual([status, stats.added], ['success', 5]);
      assert.equal((await companyOf(db, slug)).failures, 0);
    });
  }

  test('before a run has begun leaves no trace but in the log', async () => {
    await enterBoard('untouched');
    workers.logs();
    await tickIntoTrap('query', 1);
    assert.match(workers.logs(), /event: 'trap'.*RuntimeError: unreachable/s);
    assert.deepEqual(await runsOf(db, 'untouched'), []);
    assert.equal((await workers.tick()).outcome, 'ok');
    assert.equal((await runsOf(db, 'untouched'))[0].status, 'success');
  });
});
