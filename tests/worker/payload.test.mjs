/**
 * The payload of a board, for the inspector: through the API, the ATS worker and the turn of the source, and
 * recorded nowhere.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { authorized, tickWorkers, TOKEN } from './support/api.mjs';
import { enterCompany } from './support/database.mjs';
import { atsConfig, startWorkers, workerConfig } from './support/harness.mjs';
import { greenhouseUrl, json, leverUrl, stubSources } from './support/sources.mjs';

let sources;
let workers;

before(async () => {
  const { assets: _, ...site } = workerConfig('jobs', { main: 'js-shim/api.js', vars: { SYNC_TOKEN: TOKEN } });
  workers = await startWorkers(site, atsConfig(), ...tickWorkers().slice(1));
  sources = stubSources();
  await enterCompany(workers.db, 'greenhouse', 'oakum');
  await enterCompany(workers.db, 'lever', 'tin');
});
after(async () => {
  await workers.close();
  sources.restore();
});

const ask = (board) =>
  workers.getWorker().fetch(`https://jobs.example/api/v3/companies/${board}/payload`, { method: 'POST', headers: authorized });

test('a payload comes as it is, broken or not, and leaves no run, no posting and the board as it was', async () => {
  const board = () => workers.db.prepare("SELECT * FROM discovered_companies WHERE slug = 'oakum'").first();
  const earlier = await board();
  sources.answer(greenhouseUrl('oakum'), () => json('{"jobs": [{"id": 1,,}]}'));
  const answer = await ask('greenhouse/oakum');
  assert.deepEqual([answer.status, await answer.text()], [200, '{"jobs": [{"id": 1,,}]}']);
  assert.match(sources.requests[0].headers.get('user-agent'), /^SpearyxJobBot/);
  assert.deepEqual(await board(), earlier);
  const { count } = await workers.db.prepare('SELECT count(*) AS count FROM sync_history').first();
  assert.equal(count, 0);
});

test('a request takes its turn among those of its source', async () => {
  const slot = () => workers.db.prepare("SELECT next_slot_ms AS at FROM source_state WHERE source = 'greenhouse'").first();
  const { at: earlier } = await slot();
  await ask('greenhouse/oakum');
  assert.ok((await slot()).at >= earlier + 1_250);
});

test('one larger than two workers can hand over is refused', async () => {
  sources.answer(greenhouseUrl('oakum'), () => json(`"${'x'.repeat(9 << 20)}"`));
  const answer = await ask('greenhouse/oakum');
  assert.deepEqual([answer.status, (await answer.json()).error.code], [502, 'body_too_large']);
});

test('a source that asks for rest gets it, and is not asked again', async () => {
  sources.answer(leverUrl('tin'), () => new Response('', { status: 429, headers: { 'retry-after': '600' } }));
  const first = await (await ask('lever/tin')).json();
  assert.equal(first.error.code, 'rate_limited');
  const asked = sources.requests.length;
  const { rest } = await workers.db
    .prepare("SELECT cooldown_until - unixepoch() AS rest FROM source_state WHERE source = 'lever'")
    .first();
  assert.ok(rest > 500, `${rest} s`);
  assert.equal((await (await ask('lever/tin')).json()).error.code, 'rate_limited');
  assert.equal(sources.requests.length, asked);
});
