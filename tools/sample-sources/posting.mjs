/**
 * One posting: employer, occupation, place, pay and text.
 *
 * @typedef {object} Posting
 * @property {import('./world.mjs').Entry} entry
 * @property {import('./companies.mjs').Board} board
 * @property {number} serial unique over all boards of a source
 * @property {string} key unique over all sources, for a source's own randomness
 * @property {string} company
 * @property {string} title as the employer wrote it, with its stray spaces
 * @property {import('./roles.mjs').Family} family
 * @property {string} level
 * @property {string} team
 * @property {Place} place
 * @property {import('./pay.mjs').Pay | null} pay what the employer pays
 * @property {boolean} payStated whether the text says so
 * @property {string} layout how the text is set
 * @property {import('./describe.mjs').Sections} sections
 *
 * @typedef {object} Place
 * @property {'remote' | 'hybrid' | 'onsite'} kind
 * @property {import('./regions.mjs').Region} region
 * @property {string} city '' when remote from a region without offices
 * @property {string} label the location as the employer wrote it
 */
import { aggregatorCompanies, specialised } from './companies.mjs';
import { describe } from './describe.mjs';
import { layoutNames } from './markup.mjs';
import { makePay, raisePay } from './pay.mjs';
import { makeRandom } from './random.mjs';
import { regions } from './regions.mjs';
import { families, levels } from './roles.mjs';
import { attacks, titleEndings } from './text.mjs';

/** The slot in which a board with an attack keeps it; the posting is remote, so that it is collected. */
const attackSlot = 2;
const holdsAttack = (board, entry) => board.attack !== undefined && entry.slot === attackSlot;

const cityOf = (office) => office.split(', ')[0];

function makePlace(board, remoteShare, random) {
  const region = regions[random.pick(board.regions)];
  const roll = random.next();
  const away = region.cities.length === 0 || roll < remoteShare;
  const kind = away ? 'remote' : roll < remoteShare + board.hybridShare ? 'hybrid' : 'onsite';
  const office = region.cities.length > 0 ? random.pick(region.cities) : '';
  return { kind, region, city: cityOf(office), label: placeLabel(kind, region, office, random) };
}

function placeLabel(kind, region, office, random) {
  const city = cityOf(office);
  if (kind === 'remote') {
    const several = city ? [`${office}; Remote`, `${city} or Remote`] : [];
    return random.pick([...region.remote, ...region.remote, ...several]);
  }
  if (kind === 'hybrid') {
    return random.pick([`${city} (Hybrid)`, `Hybrid - ${city}`, `${office} / Hybrid, 2 days remote`, office]);
  }
  const all = region.cities.map(cityOf).join('; ');
  return random.pick([office, office, office.replace(', ', ','), `${city} `, all]);
}

function makeTitle(title, level, random) {
  const ranked = level === '' || /^(Head|Director|Group|Managing|Associate)\b/.test(title);
  return `${ranked ? '' : `${level} `}${title}${random.pick(titleEndings)}`;
}

/** The family of a slot. The slots of a board go through its families in turn, so that each is there. */
function pickFamily(board, entry) {
  const all = board.name ? families.filter(({ category }) => !specialised.includes(category)) : families;
  const hired = board.hires?.map((name) => families.find(({ category }) => category === name)) ?? all;
  return hired[entry.slot % hired.length];
}

function employer(board, { category }, random) {
  if (board.name) return { company: board.name, pitch: board.pitch };
  const special = specialised.includes(category) ? category : undefined;
  const [company, does] = random.pick(aggregatorCompanies.filter(([, , trade]) => !special || trade === special));
  return { company, pitch: `${company} ${does}.` };
}

/** The facts that a posting states about its job, without its text. */
function makeFacts(board, entry, random) {
  const family = pickFamily(board, entry);
  const [name, focus] = random.pick(family.titles);
  const level = random.pick(family.levels);
  const place = makePlace(board, holdsAttack(board, entry) ? 1 : board.remoteShare, random);
  const firstPay = makePay(family.band, levels[level].factor, place.region.currency, family.hourly, random);
  return {
    ...employer(board, family, random),
    family,
    level,
    place,
    title: makeTitle(name, level, random),
    focus,
    team: random.pick(family.teams),
    pay: random.chance(0.65) ? raisePay(firstPay, entry.revision) : null,
    payStated: random.chance(0.6),
    layout: random.pick(layoutNames),
  };
}

/** The parts that a text is made of. */
const told = (facts, board, entry) => ({
  ...facts,
  title: facts.title.trim(),
  pay: facts.payStated ? facts.pay : null,
  revision: entry.revision,
  attack: holdsAttack(board, entry) ? attacks[board.attack] : '',
});

/** @param {number} boardNumber tells the boards' serials apart @returns {Posting} */
export function makePosting(seed, board, boardNumber, entry) {
  const key = [seed, board.source, board.slug, entry.slot, entry.generation].join('/');
  const facts = makeFacts(board, entry, makeRandom(key));
  const sections = describe(told(facts, board, entry), makeRandom(`${key}/text`));
  const serial = (boardNumber * 1000 + entry.slot) * 1000 + (entry.generation % 1000);
  return { ...facts, entry, board, serial, key, sections };
}
