/** The webhook that is told when the health of the workers changes, by a built worker's ticks in workerd. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { leapingEntry, startWorkers, workerConfig } from './support/harness.mjs';
import { stubSources } from './support/sources.mjs';

const WEBHOOK = 'https://hooks.example.com/services/T0';

let sources;
let workers;
let db;

/** Feeds that rest: the worker has nothing else to ask. */
before(async () => {
  workers = await startWorkers(workerConfig('aggregator', { main: leapingEntry('aggregator'), vars: { ALERT_WEBHOOK: WEBHOOK } }));
  ({ db } = workers);
  sources = stubSources();
});
after(async () => {
  await workers.close();
  sources.restore();
});

const run = (...statements) => db.batch(statements.map((sql) => db.prepare(sql)));

beforeEach(async () => {
  await run(
    `INSERT OR REPLACE INTO source_state (source, cooldown_until)
      SELECT value, unixepoch() + 3600 FROM json_each('["remoteok","himalayas","jobicy"]')`,
    'UPDATE batch_state SET since = 0',
    "UPDATE alerts SET told = '', telling = '', attempts = 0, claimed_until = 0",
    'UPDATE potential_companies SET added_at = 0',
  );
  sources.requests.length = 0;
});

/** The message of a tick to the webhook. */
async function tick() {
  const before = sources.requests.length;
  assert.deepEqual(await workers.tick(), { outcome: 'ok', noRetry: true });
  return sources.requests.slice(before);
}

test('is told of a change once, and of the next one', async () => {
  sources.answer(WEBHOOK, () => new Response('ok'));
  const [told, ...others] = await tick();
  assert.equal(others.length, 0);
  assert.equal(told.method, 'POST');
  assert.equal(told.headers.get('content-type'), 'application/json');
  const message = JSON.parse(told.body);
  assert.deepEqual([message.event, message.status, message.reasons[0].code, message.reasons[0].worker], ['health', 'unhealthy', 'worker_late', 'discovery']);
  assert.equal((await tick()).length, 0);
  await run('DELETE FROM potential_companies');
  assert.equal(JSON.parse((await tick())[0].body).status, 'ok');
  assert.equal((await tick()).length, 0);
});

describe('harms no tick where it', () => {
  const answers = {
    hangs: () => new Promise(() => {}),
    redirects: () => new Response(null, { status: 302, headers: { location: 'https://169.254.169.254/latest' } }),
    fails: () => new Response(null, { status: 500 }),
  };
  for (const [name, answer] of Object.entries(answers)) {
    test(name, async () => {
      await run("INSERT OR IGNORE INTO potential_companies (slug, added_at) VALUES ('acme', 0)");
      sources.answer(WEBHOOK, answer);
      const begun = Date.now();
      assert.equal((await tick()).length, 1);
      assert.ok(Date.now() - begun < 30_000);
      assert.equal((await tick()).length, 0, 'not again within a minute');
      assert.equal(await db.prepare('SELECT attempts FROM alerts').first('attempts'), 1);
    });
  }
});
