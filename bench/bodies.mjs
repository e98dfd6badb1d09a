/*
 * The bodies that the sources send in the benchmark: made up, the same on every run, in the shapes of the real
 * answers and as large as they are (Greenhouse some 9 KB a posting, Lever 14, RemoteOK 5).
 */
import { createHash } from 'node:crypto';
import { feeds, boards } from '../tools/sample-sources/companies.mjs';
import { ashby } from '../tools/sample-sources/sources/ashby.mjs';
import { greenhouse } from '../tools/sample-sources/sources/greenhouse.mjs';
import { jobicy } from '../tools/sample-sources/sources/jobicy.mjs';
import { lever } from '../tools/sample-sources/sources/lever.mjs';
import { recruitee } from '../tools/sample-sources/sources/recruitee.mjs';
import { remoteok } from '../tools/sample-sources/sources/remoteok.mjs';
import { workable } from '../tools/sample-sources/sources/workable.mjs';
import { makePosting } from '../tools/sample-sources/posting.mjs';

/** @typedef {{name: string, text: Buffer, etag: string | null}} Body */

const SEED = 'bench';
const FIRST_PUBLISHED = Date.UTC(2026, 2, 1) / 1000;
const base = (source) => [...boards, ...feeds].find((board) => board.source === source);

/**
 * The shape of each source's answers. A posting's text is as long as `texts` made-up ones. RemoteOK's slots are
 * those with the tag "dev", for which the feed is asked.
 */
const SOURCES = {
  greenhouse: {
    speak: greenhouse,
    path: '/v1/boards/bench/jobs',
    query: 'content=true',
    texts: 2,
    slotStep: 1,
    board: { ...base('greenhouse'), remoteSign: 'location', remoteShare: 0.6, attack: undefined },
  },
  lever: {
    speak: lever,
    path: '/v0/postings/bench',
    query: 'mode=json',
    texts: 3,
    slotStep: 1,
    board: { ...base('lever'), remoteShare: 0.6, attack: undefined },
  },
  remoteok: {
    speak: remoteok,
    path: '/api',
    query: 'tag=dev',
    texts: 1,
    slotStep: 26,
    board: { ...base('remoteok'), attack: undefined },
  },
  ashby: {
    speak: ashby,
    path: '/posting-api/job-board/bench',
    query: 'includeCompensation=true',
    texts: 2,
    slotStep: 1,
    board: { ...base('ashby'), remoteShare: 0.6, attack: undefined },
  },
  recruitee: {
    speak: recruitee,
    path: '/bench/api/offers/',
    query: '',
    texts: 2,
    slotStep: 1,
    board: { ...base('recruitee'), remoteShare: 0.6, attack: undefined },
  },
  workable: {
    speak: workable,
    path: '/api/v1/widget/accounts/bench',
    query: 'details=true',
    texts: 2,
    slotStep: 1,
    board: { ...base('workable'), remoteShare: 0.6, attack: undefined },
  },
  jobicy: {
    speak: jobicy,
    path: '/api/v2/remote-jobs',
    query: 'count=100',
    texts: 2,
    slotStep: 1,
    board: { ...base('jobicy'), attack: undefined },
  },
};

const joinSections = (all) =>
  Object.fromEntries(Object.keys(all[0]).map((part) => [part, all.flatMap((sections) => sections[part])]));

function postingOf({ board, slotStep, texts }, number, revision) {
  const published = FIRST_PUBLISHED + number * 600;
  const edited = revision > 0 ? published + 86_400 : undefined;
  const parts = Array.from({ length: texts }, (_, generation) => {
    const entry = { slot: number * slotStep, generation, published, edited, revision, gone: false };
    return makePosting(SEED, board, 1, entry);
  });
  return { ...parts[0], sections: joinSections(parts.map(({ sections }) => sections)) };
}

/**
 * The postings of a listing; where it has changed, one in a hundred (at least one) is edited, and of
 * a hundred and more one has gone and one is new.
 */
function postingsOf(spoken, size, hasChanged) {
  const isEdited = (number) => hasChanged && number % 100 === 1;
  const shift = hasChanged && size >= 100 ? 1 : 0;
  return Array.from({ length: size }, (_, i) => postingOf(spoken, i + shift, isEdited(i + shift) ? 1 : 0));
}

/**
 * @param {keyof typeof SOURCES} source
 * @param {number} size postings
 * @param {object} [how]
 * @param {boolean} [how.hasChanged] a later listing, of which 1 % has changed
 * @param {number} [how.texts] made-up texts a posting, instead of as many as make it as long as real ones
 * @returns {Body}
 */
export function makeBody(source, size, { hasChanged = false, texts = SOURCES[source].texts } = {}) {
  const spoken = { ...SOURCES[source], texts };
  const postings = postingsOf(spoken, size, hasChanged);
  const world = { board: () => spoken.board, postings: () => postings, timeOf: () => FIRST_PUBLISHED };
  const query = new URLSearchParams(spoken.query);
  const { body } = spoken.speak(world, { path: spoken.path, query, headers: {}, address: '192.0.2.1', step: 0 });
  const text = Buffer.from(body);
  const etag = source === 'remoteok' ? null : `W/"${createHash('md5').update(text).digest('hex')}"`;
  return { name: `${source}-${size}${hasChanged ? '-changed' : ''}`, text, etag };
}
