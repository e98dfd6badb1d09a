/*
 * The built API in workerd on a D1 of its own, as deployed but for two things: its answers tell what D1
 * counted for them, and sync workers that answer at once stand in for the real ones.
 */
import { join } from 'node:path';
import { projectRoot } from '../../../tools/setup/processes.mjs';
import { startWorkers, workerConfig } from './harness.mjs';

export const TOKEN = 'a-token-for-tests-of-32-characters';
export const authorized = { authorization: `Bearer ${TOKEN}` };

const inSupport = (name) => join(projectRoot, 'tests/worker/support', name);

const tickWorker = (name) => ({
  name,
  main: inSupport('tick-worker.js'),
  compatibility_date: '2026-07-01',
});

/** Sync workers that answer at once. */
export const tickWorkers = () => ['ats', 'aggregator', 'discovery'].map((name) => tickWorker(`spearyx-sync-${name}`));

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Headers} headers
 * @property {any} body parsed where it is JSON
 * @property {string} text
 * @property {number} rowsRead by D1's own account
 * @property {number} statements
 */

/**
 * @typedef {object} Api
 * @property {D1Database} db
 * @property {(path: string, init?: RequestInit) => Promise<Answer>} call
 * @property {() => string} logs what the worker has logged since the last call
 * @property {() => Promise<void>} close
 */

/**
 * @param {{token?: string}} [options] '' leaves the secret unset
 * @returns {Promise<Api>}
 */
export async function startApi({ token = TOKEN } = {}) {
  const { assets: _, ...config } = workerConfig('jobs', {
    main: inSupport('counting-api.js'),
    vars: token ? { SYNC_TOKEN: token } : {},
  });
  const { db, getWorker, logs, close } = await startWorkers(config, ...tickWorkers());
  const api = getWorker();
  return { db, logs, close, call: async (path, init) => read(await api.fetch(`https://jobs.example${path}`, init)) };
}

/** @returns {Promise<Answer>} */
async function read(response) {
  const { status, headers } = response;
  const text = await response.text();
  const isJson = /\bjson\b/.test(headers.get('content-type') ?? '') && text !== '';
  const count = (name) => Number(headers.get(name));
  return {
    status,
    headers,
    text,
    body: isJson ? JSON.parse(text) : text,
    rowsRead: count('x-rows-read'),
    statements: count('x-statements'),
  };
}

/**
 * Enters made-up postings of fifty companies, sixteen categories and two sources.
 * @param {D1Database} db
 * @param {number} count
 */
export async function seedPostings(db, count) {
  const sql = `WITH RECURSIVE n (i) AS (SELECT CAST(?1 AS INTEGER) UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
    INSERT INTO jobs (source_name, board, external_id, title, company, source_url, description, description_raw,
      category_id, remote_scope, post_date, salary_max, salary_currency, salary_period, salary_usd_year, content_hash)
    SELECT iif(i % 2, 'lever', 'greenhouse'), 'b' || (i % 50), i, 'Engineer ' || i, 'Company ' || (i % 50),
      'https://example.com/' || i, 'We look for an engineer who knows SQL.', '<p onclick="x()">Hi <b>you</b></p>',
      1 + i % 16, iif(i % 3, '["US"]', '["WORLD"]'), unixepoch() - i * 60, 50000 + i % 100 * 1000, 'USD', 'year', 50000 + i % 100 * 1000, 'h' || i FROM n`;
  const step = 5_000;
  for (let first = 1; first <= count; first += step) {
    await db.prepare(sql).bind(first, Math.min(count, first + step - 1)).run();
  }
}
