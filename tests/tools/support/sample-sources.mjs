/** The sample sources for their tests, on a clock that moves from step to step. */
import { after, before } from 'node:test';
import { companies, startSampleSources, vars } from '../../../tools/sample-sources/server.mjs';

export const start = Date.parse('2026-03-20T15:00:00Z');
export const changeEveryMs = 20_000;
export let now = start;

/** The server, and its addresses by the workers' variables; both from the first test on. */
export let server;
export let api;

/** Starts the sample sources before the tests of a file, and stops them after these. */
export function useSampleSources() {
  before(async () => {
    server = await startSampleSources({ now: () => now, changeEveryMs });
    api = vars(server.url);
  });
  after(() => server.close());
}

export const atStep = (step) => (now = start + step * changeEveryMs);
export const get = async (url, headers = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
};
export const getJson = async (url) => JSON.parse((await get(url)).body);
export const boardUrl = (slug) => `${api.GREENHOUSE_API}/v1/boards/${slug}/jobs?content=true`;
export const ashbyUrl = (name) => `${api.ASHBY_API}/posting-api/job-board/${name}`;
export const recruiteeUrl = (slug) => `${api.RECRUITEE_API.replace('{slug}', slug)}/api/offers/`;
export const workableUrl = (slug) => `${api.WORKABLE_API}/api/v1/widget/accounts/${slug}`;
export const siteUrl = (slug, query = '') => `${api.LEVER_API}/v0/postings/${slug}?mode=json${query}`;
export const listingUrls = () => [
  ...companies.greenhouse.map(({ slug }) => boardUrl(slug)),
  ...companies.lever.map(({ slug }) => siteUrl(slug)),
];

export function countBy(list, keyOf) {
  return list.reduce((counts, one) => counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1), new Map());
}
