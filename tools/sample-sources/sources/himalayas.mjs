/**
 * The Himalayas browse API: `/jobs/api?limit=&cursor=` or `&offset=`.
 *
 * Quirks kept: at most 20 a page, whatever `limit` says; an opaque cursor, none on the last page; times
 * in seconds; country names; the company name "name" on some jobs; "annual" and "USD" even where there is
 * no salary; titles cut at 80 characters; glued words in excerpts; `Last-Modified` that nobody heeds.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { answer, slugify, wholeNumber } from '../answer.mjs';
import { inOrder } from '../describe.mjs';
import { toHtml, toPlain } from '../markup.mjs';
import { makeRandom } from '../random.mjs';
import { levels } from '../roles.mjs';

const type = 'application/json';
const pageSize = 20;
const lifetime = 60 * 86400;
const site = 'https://himalayas.app';
const periods = { year: 'annual', month: 'monthly', hour: 'hourly' };
const origin = `<p>Originally posted on <a href="${site}">Himalayas</a></p>`;

/** The API's changelog; it grows while somebody watches. */
const comments = (step) =>
  `${step < 12 ? '' : '02/11/2026: Sample note, added while the server was running. '}` +
  '21/08/2026: Cursor pagination is available; offset is deprecated and will be removed.';

function salary({ pay }, random) {
  if (!pay) return { minSalary: null, maxSalary: null, salaryPeriod: 'annual', currency: random.pick(['USD', null]) };
  return { minSalary: pay.min, maxSalary: pay.max, salaryPeriod: periods[pay.period], currency: pay.currency };
}

/** The API's own bug. */
function companyFields(company, slug, random) {
  const broken = random.chance(0.11);
  const logo = random.chance(0.8) ? `https://cdn-images.himalayas.app/${slug}` : '';
  return { companyName: broken ? 'name' : company, companySlug: slug, companyLogo: broken ? 'thumbnail_url' : logo };
}

function description({ company, layout, sections }, companyUrl) {
  const html = toHtml(inOrder(sections), layout);
  return html.replace(company, () => `<a href="${companyUrl}">${company}</a>`) + origin;
}

/** Category names are variants of the title. */
function categoryNames({ title, family }, random) {
  const hyphenated = (text) =>
    text
      .trim()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
  return [
    ...new Set(
      [
        title,
        ...random.sample(
          family.titles.map(([name]) => name),
          2,
        ),
        family.department,
      ].map(hyphenated),
    ),
  ];
}

function employmentType(title, random) {
  if (/Contract/.test(title)) return 'Contractor';
  return /Part-Time/.test(title) ? 'Part Time' : random.pick(['Full Time', 'Full Time', 'Full Time', 'Temporary']);
}

function job(posting) {
  const random = makeRandom(`${posting.key}/himalayas`);
  const { place, family, entry } = posting;
  const companySlug = slugify(posting.company);
  const companyUrl = `${site}/companies/${companySlug}`;
  const guid = `${companyUrl}/jobs/${slugify(posting.title)}-${1_000_000 + (posting.serial % 1_000_000)}`;
  return {
    title: posting.title.trim().slice(0, 80),
    excerpt: `Description${toPlain(inOrder(posting.sections)).replaceAll('\n', '')}`.slice(0, 150 + random.int(300)),
    ...companyFields(posting.company, companySlug, random),
    employmentType: employmentType(posting.title, random),
    ...salary(posting, random),
    seniority: [levels[posting.level].seniority],
    locationRestrictions: place.region.countries,
    timezoneRestrictions: place.region.zones,
    categories: categoryNames(posting, random),
    parentCategories: random.chance(0.5) ? [] : [family.department],
    description: description(posting, companyUrl),
    pubDate: entry.published,
    expiryDate: entry.published + lifetime,
    applicationLink: guid,
    guid,
  };
}

/** Publication time to the microsecond and a tie-breaker: jobs come in bursts within one second. */
function sortKey({ entry, serial }) {
  const micros = String((serial * 7919) % 1_000_000).padStart(6, '0');
  const second = new Date(entry.published * 1000).toISOString().slice(0, 19);
  return `${second}.${micros}Z|${2_000_000 + (serial % 1_000_000)}`;
}

const encodeCursor = (key) => Buffer.from(key).toString('base64url');

/** @returns {string | undefined} the sort key in a cursor, where it is one */
function decodeCursor(cursor) {
  const key = Buffer.from(cursor, 'base64url').toString();
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\|\d{7}$/.test(key) ? key : undefined;
}

const descending = (a, b) => (sortKey(a) < sortKey(b) ? 1 : -1);

function page(postings, { query, step }, after) {
  const limit = Math.min(wholeNumber(query.get('limit'), 1) ?? pageSize, pageSize);
  const offset = after === undefined ? (wholeNumber(query.get('offset')) ?? 0) : 0;
  const rest = after === undefined ? postings.slice(offset) : postings.filter((one) => sortKey(one) < after);
  const shown = rest.slice(0, limit);
  return {
    comments: comments(step),
    updatedAt: shown[0]?.entry.published ?? 0,
    offset,
    limit,
    totalCount: postings.length,
    ...(rest.length > limit && { nextCursor: encodeCursor(sortKey(shown.at(-1))) }),
    jobs: shown.map(job),
  };
}

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function himalayas(world, question) {
  if (question.path !== '/jobs/api') return answer(404, 'text/html', '<h1>404</h1>');
  const cursor = question.query.get('cursor');
  const after = cursor ? decodeCursor(cursor) : undefined;
  if (cursor && after === undefined) return answer(400, type, '{"ok":false,"errors":"Invalid cursor."}');
  const postings = world.postings(world.board('himalayas', ''), question.step).sort(descending);
  const headers = {
    'cache-control': 's-maxage=7200',
    'last-modified': new Date(world.timeOf(question.step) * 1000).toUTCString(),
  };
  return answer(200, type, JSON.stringify(page(postings, question, after)), headers);
}
