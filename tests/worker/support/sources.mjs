/*
 * The job sources as the workers see them when they run under the harness: answers by URL. A URL that
 * no test has foreseen fails the test that asked for it.
 */
import assert from 'node:assert/strict';
import { mock } from 'node:test';

/** @typedef {(request: {url: URL, headers: Headers}) => Response | Promise<Response>} Answer */

export function stubSources() {
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  const requests = [];
  const unforeseen = [];
  const keyOf = (url) => url.origin + url.pathname;
  const stub = mock.method(globalThis, 'fetch', async (address, init) => {
    const { method, headers, body } = init;
    const request = { url: new URL(address), method, headers: new Headers(headers), body: body && (await new Response(body).text()) };
    requests.push({ ...request, time: Number(request.headers.get('x-sent-at')) });
    const answer = answers.get(keyOf(request.url));
    if (answer) return answer(request);
    unforeseen.push(address);
    throw new TypeError(`Nobody has foreseen ${address}`);
  });
  return {
    /** The requests with their times by the worker's clock, oldest first. */
    requests,
    /** @param {string} address without query @param {Answer} answer */
    answer: (address, answer) => answers.set(keyOf(new URL(address)), answer),
    restore() {
      stub.mock.restore();
      assert.deepEqual(unforeseen, []);
    },
  };
}

export const greenhouseUrl = (slug) => `https://boards-api.greenhouse.io/v1/boards/${slug}/jobs`;
export const leverUrl = (slug) => `https://api.lever.co/v0/postings/${slug}`;
export const ashbyUrl = (slug) => `https://api.ashbyhq.com/posting-api/job-board/${slug}`;
export const recruiteeUrl = (slug) => `https://${slug.toLowerCase()}.recruitee.com/api/offers/`;
/** The address at which a company may have a board; no host has an underscore. */
export const boardUrls = [greenhouseUrl, leverUrl, ashbyUrl, (slug) => recruiteeUrl(slug.replaceAll('_', '-'))];

export const json = (value, headers = {}) =>
  new Response(typeof value === 'string' ? value : JSON.stringify(value), {
    headers: { 'content-type': 'application/json', ...headers },
  });

/** A Lever site as the API serves it: pages by skip and limit. */
export function leverSite(postings) {
  return ({ url }) => {
    const skip = Number(url.searchParams.get('skip') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? postings.length);
    return json(postings.slice(skip, skip + limit));
  };
}

/** A made-up Greenhouse posting. */
export function posting(id, changes = {}) {
  return {
    id,
    title: `Gardener ${id}`,
    absolute_url: `https://boards.example/jobs/${id}`,
    location: { name: 'Remote' },
    company_name: 'Mossy Lane',
    first_published: '2026-03-01T09:00:00-05:00',
    updated_at: '2026-03-02T09:00:00-05:00',
    content: '&lt;p&gt;Water &amp;amp; weed, every day.&lt;/p&gt;',
    departments: [],
    offices: [],
    metadata: null,
    ...changes,
  };
}

/** A made-up Greenhouse board of so many remote postings. */
export function board(count, firstId = 1) {
  const jobs = Array.from({ length: count }, (_, i) => posting(firstId + i));
  return { jobs, meta: { total: count } };
}

/** A made-up Lever posting. */
export function leverPosting(id, changes = {}) {
  return {
    id,
    text: `Gardener ${id}`,
    hostedUrl: `https://jobs.example/${id}`,
    categories: { location: 'Lisbon', team: 'Garden', allLocations: ['Lisbon'] },
    workplaceType: 'remote',
    createdAt: 1_770_000_000_000,
    description: '<p>Water &amp; weed, every day.</p>',
    lists: [],
    additional: '',
    ...changes,
  };
}
