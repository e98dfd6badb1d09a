/**
 * The RemoteOK feed: `/api?tag=`.
 *
 * Quirks kept: a notice without `id` first; at most 100 jobs, newest first, no paging, no ETag; ids as
 * strings; `\/` and \u escapes; UTF-8 read as Latin-1 in most descriptions, companies and locations;
 * literal backslash-n; entities in plain fields; 0 for a salary that is not stated; tags that mislead;
 * locations ending in a comma; and a tail on each description that carries the requester's own address.
 * A tag that no job has gets the notice alone, and now and then the tag is ignored altogether.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { answer, slugify } from '../answer.mjs';
import { inOrder } from '../describe.mjs';
import { toHtml } from '../markup.mjs';
import { makeRandom } from '../random.mjs';
import { families } from '../roles.mjs';
import { mentionWords } from '../text.mjs';

const popularTags =
  'dev engineer devops design marketing developer frontend backend fullstack product project data support'.split(' ');
const allTags = [...new Set(families.flatMap((family) => family.tags))];
const legal =
  'Sample data: no job here is real. Terms in short: link back to the posting on Remote OK, without nofollow,\n\n' +
  'and name Remote OK as the source.';

/** UTF-8 that was read as Latin-1. */
export const mojibake = (text) => Buffer.from(text, 'utf8').toString('latin1');

/** JSON as PHP writes it. */
const phpJson = (value) =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The words that hold the requester's address, and from which on a description must be cut. */
function tail(address, random) {
  const tag = `R${Buffer.from(address).toString('base64')}`;
  return (
    `<br/><br/>Please mention the word **${random.pick(mentionWords)}** and tag ${tag} when applying ` +
    `(#${tag}). This is a beta feature to avoid spam applicants.`
  );
}

function description(posting, garble, random) {
  const html = toHtml(inOrder(posting.sections), posting.layout);
  const text = random.chance(0.35) ? html.replaceAll('\n', '\\n') : html;
  return garble(text);
}

/** Tags are taken from the trade, without system, and from anywhere else: every popular one is in the feed. */
function tags({ family, entry }, random) {
  const popular = entry.slot % 2 === 0 ? [popularTags[(entry.slot / 2) % popularTags.length]] : [];
  if (popular.length === 0 && random.chance(0.04)) return [];
  const own = random.sample(family.tags, 2 + random.int(4));
  return [...new Set([...own, ...random.sample(allTags, random.int(3)), ...popular])];
}

function location(place, random) {
  if (random.chance(0.3)) return '';
  const text = random.chance(0.5) && place.city ? place.city : place.label.trim();
  return random.chance(0.4) ? `${text}, ` : text;
}

/** Yearly and hourly figures stand side by side, without a word on which is which. */
const salary = ({ pay }, random) => (pay && random.chance(0.2) ? [pay.min, pay.max] : [0, 0]);

/** Titles lose their punctuation; an ampersand may stay as it is or become an entity. */
function position(title, random) {
  const bare = title
    .trim()
    .replace(/[^\p{L}\p{N}&+ ]/gu, '')
    .replace(/ {2,}/g, ' ');
  return random.chance(0.7) ? bare.replace('&', '&amp;') : bare;
}

/** @param {Posting} posting */
function job(posting, address) {
  const random = makeRandom(`${posting.key}/remoteok`);
  const garble = random.chance(0.75) ? mojibake : (text) => text;
  const id = String(1_000_000 + (posting.serial % 1_000_000));
  const slug = `remote-${slugify(posting.title)}-${slugify(posting.company)}-${id}`;
  const [salaryMin, salaryMax] = salary(posting, random);
  const url = `https://remoteOK.com/remote-jobs/${slug}`;
  return {
    slug,
    id,
    epoch: posting.entry.published,
    date: new Date(posting.entry.published * 1000).toISOString().replace('.000Z', '+00:00'),
    company: garble(posting.company.replace('&', '&amp;')) + random.pick(['', '', '', '', ' ', ' ', '\n']),
    company_logo: '',
    position: position(posting.title, random),
    tags: tags(posting, random),
    description: description(posting, garble, random) + tail(address, random),
    location: garble(location(posting.place, random)),
    apply_url: url,
    salary_min: salaryMin,
    salary_max: salaryMax,
    logo: '',
    url,
    ...(random.chance(0.1) && { original: true }),
    ...(random.chance(0.1) && { verified: true }),
  };
}

/** Whether the parameter does nothing, as on every seventh step. */
export const ignoresTag = (step) => step % 7 === 6;

const newestFirst = (a, b) => b.epoch - a.epoch || b.id.localeCompare(a.id);

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function remoteok(world, { path, query, address, step }) {
  if (path !== '/api') return answer(404, 'text/html', '<h1>404</h1>');
  const tag = query.get('tag') ?? query.get('tags');
  const wanted = tag && !ignoresTag(step) ? (one) => one.tags.includes(tag.toLowerCase()) : () => true;
  const jobs = world.postings(world.board('remoteok', ''), step).map((posting) => job(posting, address));
  const shown = jobs.filter(wanted).sort(newestFirst);
  return answer(200, 'application/json', phpJson([{ last_updated: world.timeOf(step), legal }, ...shown]));
}
