/**
 * The Ashby job postings API: `/posting-api/job-board/{name}?includeCompensation=true`.
 *
 * Quirks kept: names of boards are case-sensitive and may hold spaces; no company name; `isRemote` is true
 * for hybrid postings; a workplace type that is null or ""; an address with a country's name in several
 * spellings; stray spaces; unlisted postings; pay in tiers, with equity and bonuses beside it; the text
 * twice; an unknown board is 404 in plain text.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { answer, conditional } from '../answer.mjs';
import { inOrder } from '../describe.mjs';
import { toHtml, toPlain } from '../markup.mjs';
import { hash32, makeRandom } from '../random.mjs';

const workplaceTypes = { remote: 'Remote', hybrid: 'Hybrid', onsite: 'OnSite' };
const intervals = { year: '1 YEAR', month: '1 MONTH', hour: '1 HOUR' };

function postingId({ key }) {
  const hex = [0, 1, 2, 3].map((part) => hash32(`${key}/ashby/${part}`).toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-b${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function address({ region, city }, random) {
  const country = region.countries[0];
  if (!country) return {};
  const spelt = country === 'United States' ? random.pick(['USA', 'United States', 'United States ']) : country;
  return { postalAddress: { ...(city && { addressLocality: city }), addressCountry: spelt } };
}

const salary = ({ min, max, currency, period }) => ({
  compensationType: 'Salary',
  interval: intervals[period],
  currencyCode: currency,
  minValue: min,
  maxValue: period === 'hour' ? max + 0.5 : max,
});

const equity = { compensationType: 'EquityPercentage', interval: 'NONE', currencyCode: null, minValue: null, maxValue: null };

function tiers({ pay }, random) {
  if (!pay) return [];
  const first = { title: null, components: [salary(pay), ...(random.chance(0.5) ? [equity] : [])] };
  if (random.chance(0.7)) return [first];
  const lower = { ...pay, min: Math.round(pay.min * 0.9), max: Math.round(pay.max * 0.9) };
  return [first, { title: 'Zone B', components: [salary(lower)] }];
}

function job(posting) {
  const random = makeRandom(`${posting.key}/ashby`);
  const { place, family, entry, team, payStated } = posting;
  const id = postingId(posting);
  const jobUrl = `https://jobs.ashbyhq.com/${encodeURIComponent(posting.board.slug)}/${id}`;
  const unstated = random.chance(0.12);
  return {
    id,
    title: random.chance(0.13) ? ` ${posting.title}` : posting.title,
    department: family.department,
    team,
    employmentType: /Contract/.test(posting.title) ? 'Contract' : 'FullTime',
    location: place.label,
    shouldDisplayCompensationOnJobPostings: payStated,
    secondaryLocations: place.kind === 'hybrid' ? [{ location: 'Remote (US)' }] : [],
    publishedAt: new Date(entry.published * 1000 + random.int(1000)).toISOString().replace('Z', '+00:00'),
    isListed: !random.chance(0.05),
    isRemote: unstated ? null : place.kind !== 'onsite',
    workplaceType: unstated ? random.pick([null, '']) : workplaceTypes[place.kind],
    address: address(place, random),
    jobUrl,
    applyUrl: `${jobUrl}/application`,
    descriptionHtml: toHtml(inOrder(posting.sections), posting.layout),
    descriptionPlain: toPlain(inOrder(posting.sections)),
    compensation: payStated ? { compensationTiers: tiers(posting, random), summaryComponents: [] } : undefined,
  };
}

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function ashby(world, question) {
  const [, name] = /^\/posting-api\/job-board\/([^/]+)$/.exec(question.path) ?? [];
  const board = name && world.board('ashby', name.replaceAll('%20', ' '));
  if (!board) return answer(404, 'text/plain', 'Not Found');
  const jobs = world.postings(board, question.step).map(job);
  const asked = question.query.get('includeCompensation') === 'true';
  const shown = asked ? jobs : jobs.map(({ compensation, ...rest }) => rest);
  return conditional(question, answer(200, 'application/json; charset=utf-8', JSON.stringify({ jobs: shown, apiVersion: '1' })));
}
