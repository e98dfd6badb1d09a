/**
 * The Workable widget API: `/api/v1/widget/accounts/{account}?details=true`.
 *
 * Quirks kept: descriptions with `details=true` only; a posting for several countries is listed once for
 * each, under one code; hidden places; dates without a time; "" for what is missing; no pay; hybrid
 * postings are just not `telecommuting`.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { answer } from '../answer.mjs';
import { inOrder } from '../describe.mjs';
import { toHtml } from '../markup.mjs';
import { hash32, makeRandom } from '../random.mjs';

const type = 'application/json; charset=utf-8';

const day = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

function listing(posting, country, random) {
  const { place, family, entry, sections, layout, key } = posting;
  const shortcode = (hash32(`${key}/workable`) * 16 + 10).toString(16).toUpperCase().padStart(10, '0');
  const url = `https://apply.workable.com/j/${shortcode}`;
  const hidden = random.chance(0.2);
  return {
    title: posting.title,
    shortcode,
    code: '',
    employment_type: 'Full-time',
    telecommuting: place.kind === 'remote',
    department: random.chance(0.8) ? family.department : '',
    url,
    shortlink: url,
    application_url: `${url}/apply`,
    published_on: day(entry.published),
    created_at: day(entry.published - 30 * 86400),
    country,
    city: place.city,
    state: '',
    education: '',
    experience: '',
    function: '',
    industry: 'Consumer Goods',
    locations: [{ country, countryCode: '', city: place.city, region: null, hidden }],
    description: toHtml(inOrder(sections), layout),
  };
}

function listings(posting) {
  const random = makeRandom(`${posting.key}/workable`);
  const { countries } = posting.place.region;
  const shown = posting.place.kind === 'remote' ? countries.slice(0, 2) : countries.slice(0, 1);
  return (shown.length ? shown : ['']).map((country) => listing(posting, country, random));
}

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function workable(world, question) {
  const [, account] = /^\/api\/v1\/widget\/accounts\/([^/]+)$/.exec(question.path) ?? [];
  const board = account && world.board('workable', account.toLowerCase());
  if (!board) return answer(404, type, '{"error":"Not found"}');
  const jobs = world.postings(board, question.step).flatMap(listings);
  const shown = question.query.get('details') === 'true' ? jobs : jobs.map(({ description, ...rest }) => rest);
  return answer(200, type, JSON.stringify({ name: board.name, description: `<p>${board.pitch}</p>`, jobs: shown }));
}
