/**
 * The Recruitee careers site API: `https://{company}.recruitee.com/api/offers/`; here the company stands in
 * the path.
 *
 * Quirks kept: description and requirements apart, and again in every translation; amounts as texts, a
 * currency without amounts, a year's pay in thousands; dates of their own form; links on own domains; the
 * posting's mailbox; an unknown company is 404.
 *
 * @typedef {import('../answer.mjs').Answer} Answer
 * @typedef {import('../world.mjs').Posting} Posting
 */
import { answer, slugify } from '../answer.mjs';
import { inOrder } from '../describe.mjs';
import { toHtml } from '../markup.mjs';
import { makeRandom } from '../random.mjs';

const type = 'application/json; charset=utf-8';

export const boardBase = '/{slug}';

const moment = (seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function salary({ pay, payStated }, random) {
  if (!pay || !payStated) return { min: null, max: null, period: 'year', currency: random.pick(['EUR', null]) };
  const inThousands = pay.period === 'year' && random.chance(0.05);
  const amount = (number) => (inThousands ? (number / 1000).toFixed(2) : String(number));
  return { min: amount(pay.min), max: amount(pay.max), period: pay.period, currency: pay.currency };
}

function places({ region, city, kind }) {
  const all = kind === 'remote' ? region.countries : region.countries.slice(0, 1);
  return all.map((country, index) => ({ id: index + 1, name: city || country, city: index ? null : city || null, state: null, country }));
}

function offer(posting) {
  const random = makeRandom(`${posting.key}/recruitee`);
  const { place, sections, layout, serial, entry, company, family, board } = posting;
  const { about, role, ...rest } = sections;
  const description = toHtml([...about, ...role], layout);
  const requirements = toHtml(inOrder({ about: [], role: [], ...rest }), layout);
  const slug = `${slugify(posting.title)}-${serial % 1000}`;
  const careersUrl = random.chance(0.5) ? `https://careers.${board.slug}.example/o/${slug}` : `https://${board.slug}.recruitee.com/o/${slug}`;
  return {
    id: 2_000_000 + (serial % 1_000_000),
    guid: serial.toString(36),
    slug,
    status: 'published',
    title: posting.title,
    department: family.department,
    tags: [],
    remote: place.kind === 'remote',
    hybrid: place.kind === 'hybrid',
    on_site: place.kind === 'onsite',
    location: place.kind === 'remote' ? 'Remote job' : place.label,
    locations: places(place),
    employment_type_code: /Contract/.test(posting.title) ? 'freelance' : 'fulltime_permanent',
    description,
    requirements,
    translations: { en: { title: posting.title, description, requirements } },
    salary: salary(posting, random),
    careers_url: careersUrl,
    careers_apply_url: `${careersUrl}/c/new`,
    company_name: company,
    mailbox_email: `job.${serial.toString(36)}@${board.slug}.recruitee.com`,
    open_questions: [],
    published_at: moment(entry.published),
    created_at: moment(entry.published - 3600),
    updated_at: moment(entry.edited ?? entry.published),
    close_at: null,
  };
}

/** @param {import('../world.mjs').World} world @param {import('../answer.mjs').Question} question @returns {Answer} */
export function recruitee(world, question) {
  const [, slug] = /^\/([^/]+)\/api\/offers\/$/.exec(question.path) ?? [];
  const board = slug && world.board('recruitee', slug.toLowerCase());
  if (!board) return answer(404, type, '{"error":"Not Found"}');
  return answer(200, type, JSON.stringify({ offers: world.postings(board, question.step).map(offer) }));
}
