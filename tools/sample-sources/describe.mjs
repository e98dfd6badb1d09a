/**
 * The text of a posting, in the sections that Lever keeps apart and the others run together.
 *
 * @typedef {import('./markup.mjs').Block} Block
 * @typedef {object} Sections
 * @property {Block[]} about the employer
 * @property {Block[]} role what the job is and where it is done
 * @property {{ heading: string, items: string[] }[]} lists duties, needs and more
 * @property {Block[]} pay [] where the text does not state it
 * @property {Block[]} benefits
 * @property {Block[]} closing
 */
import { levels } from './roles.mjs';
import { payText } from './pay.mjs';
import * as text from './text.mjs';

const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function where({ place }, random) {
  if (place.kind === 'remote') return place.region.scope;
  return fill(random.pick(text.officeSentences[place.kind]), { city: place.city });
}

function role(facts, random) {
  const values = { ...facts, department: facts.family.department, size: 4 + random.int(9) };
  return [
    { heading: random.pick(['About the role', 'The role', 'Your role at a glance']) },
    { text: fill(random.pick(text.roleIntros), values) },
    { text: where(facts, random) },
  ];
}

function lists({ family, level }, random) {
  const values = { years: levels[level].years + random.int(2), skill: random.sample(family.skills, 2).join(' and ') };
  const needs = random.sample(family.needs, 4 + random.int(2)).map((need) => fill(need, values));
  const nice = random.chance(0.4) ? [{ heading: 'Nice to have', items: random.sample(text.niceToHave, 2) }] : [];
  return [
    { heading: random.pick(text.dutyHeadings), items: random.sample(family.duties, 4 + random.int(3)) },
    { heading: random.pick(text.needHeadings), items: needs },
    ...nice,
  ];
}

function pay(facts, random) {
  if (!facts.pay) return [];
  const heading = { heading: random.pick(['Compensation', 'Salary', 'Pay transparency']) };
  const text = { text: payText(facts.pay, facts.family.category === 'Sales', random) };
  return random.chance(0.7) ? [heading, text] : [text];
}

function closing(facts, random) {
  const interviews = random.chance(0.2) ? [{ heading: 'How we hire' }, { rows: text.interviewRows }] : [];
  const blocks = [...interviews, { text: random.pick(text.closings) }, { text: random.pick(text.applyLines) }];
  const note = text.notes[facts.revision % text.notes.length];
  if (facts.revision > 0) blocks.push({ text: `**${note}** (Edit ${facts.revision})` });
  if (facts.attack) blocks.push({ html: facts.attack });
  return blocks;
}

/** @returns {Sections} the same facts and the same `random` give the same text */
export function describe(facts, random) {
  const extra = fill(random.pick(text.aboutExtras), { size: 40 + random.int(400) });
  return {
    about: [{ heading: `About ${facts.company}` }, { text: facts.pitch }, { text: extra }],
    role: role(facts, random),
    lists: lists(facts, random),
    pay: pay(facts, random),
    benefits: [
      { heading: random.pick(text.benefitHeadings) },
      { items: random.sample(text.benefits, 4 + random.int(3)) },
    ],
    closing: closing(facts, random),
  };
}

/** @param {Sections} sections @returns {Block[]} all of it, in reading order */
export function inOrder({ about, role, lists, pay, benefits, closing }) {
  const listBlocks = lists.flatMap(({ heading, items }) => [{ heading }, { items }]);
  return [...about, ...role, ...listBlocks, ...pay, ...benefits, ...closing];
}
