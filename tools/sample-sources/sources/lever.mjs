/**
 * The Lever postings API: `/v0/postings/{site}` and `…/{site}/{id}`.
 *
 * Quirks kept: site names are case-sensitive; a bare array; paging by `skip` and `limit` without a
 * total; `[]` with status 200 for a site without postings; list content without `<ul>`; `onsite` instead
 * of `on-site`; the same text in several forms; times in milliseconds; no company name; a weak ETag.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { answer, conditional, wholeNumber } from '../answer.mjs';
import { listItems, toHtml, toPlain } from '../markup.mjs';
import { hash32, makeRandom } from '../random.mjs';
import { regions } from '../regions.mjs';

const type = 'application/json; charset=utf-8';
const notFound = answer(404, type, '{"ok":false,"error":"Document not found"}');
const intervals = { year: 'per-year-salary', month: 'per-month-salary', hour: 'per-hour-wage' };

/** A version 4 UUID that belongs to the posting for good. */
function postingId({ key }) {
  const hex = [0, 1, 2, 3].map((part) => hash32(`${key}/uuid/${part}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const workplaceType = (place, random) => {
  if (place.kind === 'remote') return 'remote';
  return random.chance(0.04) ? 'unspecified' : place.kind;
};

function categories({ place, family, team, title }, random) {
  const misplaced = place.kind === 'onsite' && random.chance(0.08);
  const location = misplaced ? 'Remote' : place.label.split(';')[0].trim();
  const others = place.region.countries.filter((name) => name !== location).slice(0, random.int(3));
  const contract = /Contract|FTC/.test(title)
    ? 'Contract'
    : random.pick(['Full-time', 'Full-time', 'Permanent', 'Full time']);
  const commitment = place.kind === 'remote' && random.chance(0.2) ? 'Full-time: Remote' : contract;
  return {
    ...(random.chance(0.9) && { commitment }),
    ...(random.chance(0.8) && { department: family.department }),
    location,
    ...(random.chance(0.95) && { team }),
    allLocations: [location, ...others],
  };
}

/** Some employers fill the fields with zeros instead of leaving them out. */
function salary({ pay, payStated, sections, layout }, random) {
  if (!pay)
    return random.chance(0.1) ? { salaryRange: { min: 0, max: 0, currency: 'USD', interval: intervals.year } } : {};
  if (!payStated) return {};
  const salaryRange = { min: pay.min, max: pay.max, currency: pay.currency, interval: intervals[pay.period] };
  if (random.chance(0.2)) return { salaryRange };
  return {
    salaryRange,
    salaryDescription: toHtml(sections.pay, layout),
    salaryDescriptionPlain: toPlain(sections.pay),
  };
}

/** The employer's country where the posting names none. */
function country({ board, place }, random) {
  const home = board.regions.map((name) => regions[name].code).find((code) => code !== null);
  return random.chance(0.02) ? null : (place.region.code ?? home);
}

/** Some employers do not part the opening from the body. */
function texts({ sections, layout }, random) {
  const html = (blocks) => toHtml(blocks, layout);
  const { about, role, pay, benefits, closing } = sections;
  const rest = [...pay, ...benefits, ...closing];
  const start = random.chance(0.5) ? '\n' : '';
  const [opening, body] = random.chance(0.75) ? [about, role] : [[], [...about, ...role]];
  return {
    additional: html(rest),
    additionalPlain: toPlain(rest),
    descriptionPlain: toPlain([...about, ...role]),
    description: html([...about, ...role]),
    lists: sections.lists.map(({ heading, items }) => ({ text: heading, content: start + listItems(items) })),
    opening: html(opening),
    openingPlain: toPlain(opening),
    descriptionBody: html(body),
    descriptionBodyPlain: toPlain(body),
  };
}

function item(posting) {
  const random = makeRandom(`${posting.key}/lever`);
  const id = postingId(posting);
  const hostedUrl = `https://jobs.lever.co/${posting.board.slug}/${id}`;
  return {
    ...texts(posting, random),
    categories: categories(posting, random),
    createdAt: posting.entry.published * 1000 + random.int(1000),
    id,
    ...salary(posting, random),
    text: posting.title,
    country: country(posting, random),
    workplaceType: workplaceType(posting.place, random),
    hostedUrl,
    applyUrl: `${hostedUrl}/apply`,
  };
}

function page(items, query) {
  const skip = wholeNumber(query.get('skip')) ?? 0;
  const limit = wholeNumber(query.get('limit'), 1) ?? items.length;
  return items.slice(skip, skip + limit);
}

/** Asked without `mode=json` and without a JSON `Accept`, Lever answers with a page. */
function wantsJson({ query, headers }) {
  const mode = query.get('mode');
  return mode === null ? /json|\*\/\*/.test(headers.accept ?? '*/*') : mode === 'json';
}

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function lever(world, question) {
  const [, site, id] = /^\/v0\/postings\/([^/]+)(?:\/([^/]+))?$/.exec(question.path) ?? [];
  const board = site && world.board('lever', site);
  if (!board) return notFound;
  if (!['json', 'html', 'iframe', null].includes(question.query.get('mode')))
    return answer(406, 'text/plain', 'Not Acceptable');
  const items = world
    .postings(board, question.step)
    .sort((a, b) => a.serial - b.serial)
    .map(item);
  const one = items.find((posting) => posting.id === id);
  if (id && !one) return notFound;
  if (!wantsJson(question)) return answer(200, 'text/html; charset=utf-8', `<h1>${items.length} postings</h1>`);
  return conditional(question, answer(200, type, JSON.stringify(one ?? page(items, question.query))));
}
