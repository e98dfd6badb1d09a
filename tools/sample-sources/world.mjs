/**
 * The made-up world: which postings each board holds at a step.
 *
 * State is a pure function of (seed, day, step). The day matters because postings open and close over
 * weeks, as in life: starting again on the same day shows the same world, a day later a few postings
 * have moved on, and dates never grow old. The step moves the world while somebody watches.
 *
 * @typedef {import('./companies.mjs').Board} Board
 *
 * @typedef {import('./posting.mjs').Posting} Posting
 *
 * @typedef {object} Entry a posting's place on its board
 * @property {number} slot
 * @property {number} generation together with the slot it identifies the posting for good
 * @property {number} published unix seconds
 * @property {number} [edited] unix seconds
 * @property {number} revision number of edits
 * @property {boolean} gone taken down, to return later
 *
 * @typedef {ReturnType<typeof createWorld>} World
 */
import { boards, emptyBoard, feeds, hiddenBoards } from './companies.mjs';
import { makePosting } from './posting.mjs';
import { makeRandom } from './random.mjs';

const daySeconds = 86400;
const allBoards = [...boards, emptyBoard, ...hiddenBoards, ...feeds];

/** A posting of the first day: slots are refilled every so many days, each on its own beat. */
function firstEntry(board, slot, day, random) {
  const [shortest, longest] = board.lifeDays;
  const life = shortest + random.int(longest - shortest);
  const phase = random.int(life);
  const generation = Math.floor((day + phase) / life);
  const openDay = generation * life - phase;
  const published = (openDay - 1) * daySeconds + 8 * 3600 + random.int(10 * 3600);
  return { slot, generation, published, revision: 0, gone: false };
}

/** The changes that can happen to a board's entries. Each returns the new list. */
const changes = {
  come(entries, { board, day, time, count }) {
    const slot = board.size + (count % (1000 - board.size));
    const grown = [...entries, { slot, generation: day, published: time, revision: 0, gone: false }];
    if (grown.length <= board.cap) return grown;
    const oldest = grown.reduce((a, b) => (b.published < a.published ? b : a));
    return grown.filter((entry) => entry !== oldest);
  },
  edit(entries, { time, random }) {
    const edited = random.pick(entries.filter((entry) => !entry.gone));
    return entries.map((entry) =>
      entry === edited ? { ...entry, edited: time, revision: entry.revision + 1 } : entry,
    );
  },
  go(entries, { random }) {
    const going = random.pick(entries.filter((entry) => !entry.gone));
    return entries.map((entry) => (entry === going ? { ...entry, gone: true } : entry));
  },
  return(entries) {
    return entries.map((entry) => (entry.gone ? { ...entry, gone: false } : entry));
  },
};

/** The number of changes at a board's turn. */
const changesPerTurn = 2;

/** @param {{ seed: number, day: number, changeEveryMs: number }} options `day`: days since 1970, UTC */
export function createWorld({ seed, day, changeEveryMs }) {
  /** Unix seconds at which a step's changes count as made. */
  const timeOf = (step) => day * daySeconds + Math.floor((step * changeEveryMs) / 1000);

  /** The turn of a board: number n comes at step n × period − phase. */
  const phaseOf = (board) => makeRandom(`${seed}/phase/${board.source}/${board.slug}`).int(board.period);
  const turnsBy = (board, step) => (board.period ? Math.floor((step + phaseOf(board)) / board.period) : 0);

  const change = (board, entries, turn, time) => {
    for (let number = (turn - 1) * changesPerTurn; number < turn * changesPerTurn; number++) {
      const kind = board.changes[number % board.changes.length];
      const random = makeRandom([seed, board.source, board.slug, 'change', number].join('/'));
      entries = changes[kind](entries, { board, day, time, count: number, random });
    }
    return entries;
  };

  /** @returns {Entry[]} */
  const entriesAt = (board, step) => {
    const random = makeRandom(`${seed}/board/${board.source}/${board.slug}`);
    let entries = Array.from({ length: board.size }, (_, slot) => firstEntry(board, slot, day, random));
    const turns = turnsBy(board, step);
    for (let turn = 1; turn <= turns; turn++) {
      entries = change(board, entries, turn, timeOf(turn * board.period - phaseOf(board)));
    }
    return entries;
  };

  return {
    seed,
    timeOf,
    /** @returns {Board | undefined} */
    board: (source, slug) => allBoards.find((board) => board.source === source && board.slug === slug),
    /** @returns {Posting[]} what the board shows at a step */
    postings: (board, step) =>
      entriesAt(board, step)
        .filter((entry) => !entry.gone)
        .map((entry) => makePosting(seed, board, allBoards.indexOf(board), entry)),
  };
}
