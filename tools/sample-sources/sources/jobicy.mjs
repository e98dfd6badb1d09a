/**
 * The Jobicy API: `/api/v2/remote-jobs?count=`.
 *
 * Quirks kept: at most 100 postings, no paging; unknown parameters are refused; entities in plain fields;
 * regions joined by a comma and two spaces; glued words in excerpts; dates without an offset on some; a
 * hash of who asked beside the list.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { createHash } from 'node:crypto';
import { answer, slugify, wholeNumber } from '../answer.mjs';
import { inOrder } from '../describe.mjs';
import { escapeHtml, toHtml, toPlain } from '../markup.mjs';
import { makeRandom } from '../random.mjs';

const type = 'application/json; charset=utf-8';
const parameters = ['count', 'geo', 'industry', 'tag'];
const mostPostings = 100;
const periods = { year: 'yearly', month: 'monthly', hour: 'hourly' };

function salary({ pay, payStated }) {
  if (!pay || !payStated) return {};
  return { salaryMin: pay.min, salaryMax: pay.max, salaryCurrency: pay.currency, salaryPeriod: periods[pay.period] };
}

function pubDate(published, random) {
  const moment = new Date(published * 1000).toISOString().slice(0, 19);
  return random.chance(0.1) ? moment.replace('T', ' ') : `${moment}+00:00`;
}

function job(posting) {
  const random = makeRandom(`${posting.key}/jobicy`);
  const { place, family, entry, sections, layout } = posting;
  const id = 100_000 + (posting.serial % 900_000);
  const jobSlug = `${id}-${slugify(posting.title)}`;
  return {
    id,
    url: `https://jobicy.com/jobs/${jobSlug}`,
    jobSlug,
    jobTitle: escapeHtml(posting.title.trim()),
    companyName: escapeHtml(posting.company),
    companyLogo: 'https://jobicy.com/data/logo.png',
    jobIndustry: [escapeHtml(family.department)],
    jobType: [/Contract/.test(posting.title) ? 'Contract' : 'Full-Time'],
    jobGeo: place.region.countries.join(',  ') || 'Anywhere',
    jobLevel: random.pick(['Any', 'Midweight', 'Senior']),
    jobExcerpt: toPlain(inOrder(sections)).replaceAll('\n', '').slice(0, 200),
    jobDescription: toHtml(inOrder(sections), layout),
    pubDate: pubDate(entry.published, random),
    ...salary(posting),
  };
}

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function jobicy(world, question) {
  if (question.path !== '/api/v2/remote-jobs') return answer(404, 'text/html', '<h1>404</h1>');
  const unknown = [...question.query.keys()].filter((name) => !parameters.includes(name));
  if (unknown.length) return answer(400, type, '{"success":false,"statusCode":400}');
  const count = Math.min(wholeNumber(question.query.get('count'), 1) ?? mostPostings, mostPostings);
  const newest = world.postings(world.board('jobicy', ''), question.step).sort((a, b) => b.entry.published - a.entry.published);
  const jobs = newest.slice(0, count).map(job);
  const page = {
    apiVersion: '2.2.15',
    friendlyNotice: 'Please credit Jobicy with a direct link, and send applicants there.',
    jobCount: jobs.length,
    clientKey: createHash('sha256').update(question.address).digest('hex'),
    jobs,
    success: true,
  };
  return answer(200, type, JSON.stringify(page));
}
