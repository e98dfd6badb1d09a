/**
 * The Greenhouse job board API: `/v1/boards/{token}`, `…/jobs` and `…/jobs/{id}`.
 *
 * Quirks kept: tokens in any case; content entity-escaped once, on top of the HTML's own entities; times
 * with a US-Eastern offset; ids beyond 32 bits on newer boards; employer-defined metadata; stray spaces;
 * "Job not found" for an unknown board; `&`, `<` and `>` as \u escapes; a weak ETag.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { gzipSync } from 'node:zlib';
import { answer, conditional } from '../answer.mjs';
import { inOrder } from '../describe.mjs';
import { escapeHtml, toHtml } from '../markup.mjs';
import { hash32, makeRandom } from '../random.mjs';

const type = 'application/json';
const cacheHeaders = { 'cache-control': 'max-age=0, private, must-revalidate' };
const notFound = (what) => answer(404, type, `{"status":404,"error":"${what} not found"}`);

const eastern = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** @returns {string} ISO 8601 with the offset of New York at that time */
export function easternTime(seconds) {
  const part = Object.fromEntries(eastern.formatToParts(seconds * 1000).map(({ type: name, value }) => [name, value]));
  const offset = part.timeZoneName.slice('GMT'.length);
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`;
}

/** The id of a posting. Older boards have short ones, newer ones do not fit into 32 bits. */
const isOldBoard = (board) => hash32(board.slug) % 3 === 0;
const postingId = ({ board, serial }) => (isOldBoard(board) ? 4_000_000 + serial : (8_000_000 + serial) * 1000 + 2);
const entityId = (board, name) => 4_000_000_002 + (hash32(`${board.slug}/${name}`) % 90_000) * 1000;

/** The link of a posting, on the employer's own site for some. */
function absoluteUrl(posting) {
  const { slug } = posting.board;
  const id = postingId(posting);
  if (posting.board.remoteSign === 'office') return `http://careers.${slug}.example/positions/${id}?gh_jid=${id}`;
  return `https://job-boards.greenhouse.io/${slug}/jobs/${id}`;
}

/** The name of a location: the nearest office, where the employer says "remote" elsewhere. */
function locationName({ board, place }) {
  return board.remoteSign !== 'location' && place.kind === 'remote' && place.city ? `${place.city} ` : place.label;
}

const workplaceWords = {
  workplace: { name: 'Workplace Type', remote: 'Remote', hybrid: 'Hybrid', onsite: 'On-Site' },
  locationType: { name: 'Location Type', remote: 'Remote', hybrid: 'Hybrid', onsite: 'On-Site' },
};

function metadata({ board, place, key }) {
  const words = workplaceWords[board.remoteSign];
  if (!words) return makeRandom(`${key}/metadata`).chance(0.8) ? null : [];
  const field = (name, value, valueType) => ({ id: entityId(board, name), name, value, value_type: valueType });
  return [
    field('Is this a replacement?', false, 'yes_no'),
    field(words.name, words[place.kind], 'single_select'),
    field('Posting Languages', ['English'], 'multi_select'),
    field('Cost Centre', null, 'short_text'),
  ];
}

function offices({ board, place }) {
  const office = (name, location) => ({ id: entityId(board, name), name, location, child_ids: [], parent_id: null });
  if (place.kind === 'remote' && board.remoteSign === 'office') return [office('Remote', null)];
  return place.city ? [office(place.city, `${place.city}, ${place.region.countries[0]}`)] : [];
}

const departments = ({ board, family }) => [
  { id: entityId(board, family.department), name: family.department, child_ids: [], parent_id: null },
];

function content(posting) {
  return escapeHtml(toHtml(inOrder(posting.sections), posting.layout));
}

function listItem(posting) {
  const { board, entry, serial } = posting;
  const random = makeRandom(`${posting.key}/greenhouse`);
  return {
    absolute_url: absoluteUrl(posting),
    data_compliance: [
      {
        type: 'gdpr',
        requires_consent: false,
        requires_processing_consent: false,
        requires_retention_consent: false,
        retention_period: null,
        demographic_data_consent_applies: false,
      },
    ],
    ...(random.chance(0.3) && { education: random.pick(['education_required', 'education_optional']) }),
    internal_job_id: postingId(posting) - 2_000_000,
    location: { name: locationName(posting) },
    metadata: metadata(posting),
    id: postingId(posting),
    updated_at: easternTime(entry.edited ?? entry.published + random.int(5 * 3600)),
    requisition_id: random.pick([`HC${serial % 10_000}`, `HC${serial % 10_000}`, 'See Opening ID', null]),
    title: posting.title,
    company_name: board.name,
    first_published: easternTime(entry.published),
    language: 'en',
    application_deadline: null,
  };
}

const fullItem = (posting) => ({
  ...listItem(posting),
  content: content(posting),
  departments: departments(posting),
  offices: offices(posting),
  ai_disclaimer: null,
  include_ai_disclaimer: null,
  ai_opt_out_request_url: null,
});

/** JSON as Rails writes it. */
const railsJson = (value) =>
  JSON.stringify(value).replace(
    /[&<>\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function gzipped(question, plain) {
  if (plain.status !== 200 || !/\bgzip\b/.test(question.headers['accept-encoding'] ?? '')) return plain;
  const headers = { ...plain.headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' };
  return { ...plain, headers, body: gzipSync(plain.body) };
}

const found = (question, value) =>
  gzipped(question, conditional(question, answer(200, type, railsJson(value), cacheHeaders)));

/** Whether a flaky board fails: on every fifth step, never on the first ones. */
export const failsAt = (board, step) => board.flaky === true && step % 5 === 3;

/** The postings in alphabetical order of their titles, as boards come. */
const byTitle = (a, b) => a.title.trim().localeCompare(b.title.trim(), 'en') || a.serial - b.serial;

function jobs(world, board, question) {
  const item = question.query.get('content') === 'true' ? fullItem : listItem;
  const list = world.postings(board, question.step).sort(byTitle).map(item);
  return found(question, { jobs: list, meta: { total: list.length } });
}

function job(world, board, question, id) {
  const posting = world.postings(board, question.step).find((one) => String(postingId(one)) === id);
  return posting ? found(question, fullItem(posting)) : notFound('Job');
}

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function greenhouse(world, question) {
  const [, token, listing, id] = /^\/v1\/boards\/([^/]+)(?:\/(jobs)(?:\/(\d+))?)?$/.exec(question.path) ?? [];
  const board = token && world.board('greenhouse', token.toLowerCase());
  if (!board) return notFound(token && !listing ? 'Job board' : 'Job');
  if (failsAt(board, question.step)) return answer(500, 'text/html', '<html><body>Internal Server Error</body></html>');
  if (!listing) return found(question, { name: board.name, content: `<p>${board.pitch}</p>` });
  return id ? job(world, board, question, id) : jobs(world, board, question);
}
