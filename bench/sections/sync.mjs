/*
 * A whole sync, by both workers, of the same bodies: what it costs with D1, what the worker alone costs,
 * and what it takes of memory.
 */
import assert from 'node:assert/strict';
import { makeBody } from '../bodies.mjs';
import { cpuMs, peakBytes, resetPeak, residentBytes } from '../measure/process.mjs';
import { ratios, spread } from '../measure/statistics.mjs';
import { startSourceServer } from '../source-server.mjs';
import { startSubject } from '../subjects.mjs';

/** @typedef {import('../subjects.mjs').Subject} Subject */

/**
 * The syncs to measure, and the repetitions of one that is too short alone. With full texts the largest board
 * would be of 44 MB, more than a sync takes (32 MB) and than an isolate could parse.
 */
export const CASES = [
  { id: 'greenhouse-10', source: 'greenhouse', size: 10, times: 40 },
  { id: 'greenhouse-100', source: 'greenhouse', size: 100, times: 10 },
  // A whole tick of cron: ten companies are due, and each has such a board.
  { id: 'greenhouse-10x100', source: 'greenhouse', size: 100, boards: 10, times: 2 },
  { id: 'greenhouse-1000', source: 'greenhouse', size: 1_000, times: 2 },
  { id: 'greenhouse-5000', source: 'greenhouse', size: 5_000, times: 1, texts: 1 },
  // A site of 1,000 is read in pages, and an ETag speaks for one of them only.
  { id: 'lever-999', source: 'lever', size: 999, times: 2 },
  { id: 'remoteok-99', source: 'remoteok', size: 99, times: 10 },
];

/** The events since the last sync, in this order. RemoteOK knows no ETag, and so no 304. */
export const SCENARIOS = {
  first: 'first sync',
  notModified: 'answered by 304',
  unchanged: 'unchanged, sent in full',
  changed: '1 % changed',
};
const scenariosOf = ({ source }) => Object.keys(SCENARIOS).filter((name) => source !== 'remoteok' || name !== 'notModified');
/** The repetitions in a scenario: a sync that is answered by 304 is short whatever the board. */
const timesOf = (scenario, times) => (scenario === 'notModified' ? Math.max(times, 20) : times);

const NAMES = ['ours', 'plain'];
/** The subjects in the order of a round, in which the first one changes. */
const inTurn = (subjects, round) => (round % 2 ? [...subjects].reverse() : subjects);

const median = (values) => spread(values).median;

/** One case: the server as it stands at each scenario, and what was measured. */
class CaseRun {
  constructor({ id, source, size, boards, times, texts }, rounds, say) {
    Object.assign(this, { id, source, size, boards, times, rounds, say });
    this.scenarios = scenariosOf(this);
    this.bodies = { before: makeBody(source, size, { texts }), after: makeBody(source, size, { texts, hasChanged: true }) };
    /** Figures by subject, kind and scenario: one per round. */
    this.figures = {};
    this.counts = { ours: {}, plain: {} };
    this.answers = { ours: {}, plain: {} };
  }

  note(name, kind, scenario, value) {
    const kinds = (this.figures[name] ??= {});
    ((kinds[kind] ??= {})[scenario] ??= []).push(value);
  }

  serve(scenario) {
    const body = scenario === 'changed' ? this.bodies.after : this.bodies.before;
    this.server.serve(body, { mayAnswer304: scenario === 'notModified' });
  }

  async run() {
    this.server = await startSourceServer();
    try {
      // One after the other, so that each finds its own process.
      const subjects = [];
      try {
        for (const name of NAMES) subjects.push(await startSubject(name, this.server.url));
        await this.measureWithD1(subjects);
        await this.measureAlone(subjects);
      } finally {
        await Promise.all(subjects.map((subject) => subject.close()));
      }
      await this.measureFresh();
      return this.result();
    } finally {
      await this.server.close();
    }
  }

  /** Measures on D1, as deployed. The first round checks that both keep the same postings. */
  async measureWithD1(subjects) {
    for (let round = 0; round < this.rounds; ++round) {
      this.say(`${this.id}: with D1, round ${round + 1} of ${this.rounds}`);
      const kept = new Map();
      for (const subject of inTurn(subjects, round)) {
        await subject.forget(this);
        for (const scenario of this.scenarios) await this.syncOnD1(subject, scenario);
        if (round === 0) kept.set(subject.name, await subject.openJobs());
      }
      if (round === 0) assert.deepEqual(kept.get('ours'), kept.get('plain'), `${this.id}: both keep the same postings`);
      if (round === 0) this.remote = kept.get('ours').length;
    }
  }

  async syncOnD1(subject, scenario) {
    await subject.rewind();
    this.serve(scenario);
    const cpu = cpuMs(subject.pid);
    const start = performance.now();
    const { counts, answers } = await subject.count(this);
    this.note(subject.name, 'wallMs', scenario, performance.now() - start);
    this.note(subject.name, 'processCpuMs', scenario, cpuMs(subject.pid) - cpu);
    this.counts[subject.name][scenario] = counts;
    this.answers[subject.name][scenario] = answers;
    await subject.load(scenario, answers);
  }

  /** Measures the worker alone, with D1's answers at hand. */
  async measureAlone(subjects) {
    for (let round = -1; round < this.rounds; ++round) {
      this.say(`${this.id}: the worker alone, ${round < 0 ? 'warming up' : `round ${round + 1} of ${this.rounds}`}`);
      for (const scenario of this.scenarios) {
        this.serve(scenario);
        const times = timesOf(scenario, this.times);
        for (const subject of inTurn(subjects, round)) {
          const cpu = cpuMs(subject.pid);
          const { wasmBytes } = await subject.instant(this, scenario, times);
          if (round >= 0) this.note(subject.name, 'workerCpuMs', scenario, (cpuMs(subject.pid) - cpu) / times);
          if (wasmBytes) this.note(subject.name, 'wasmBytes', scenario, wasmBytes);
        }
      }
      await this.receive(subjects, round);
    }
  }

  async receive(subjects, round) {
    const [, plain] = subjects;
    this.serve('unchanged');
    const cpu = cpuMs(plain.pid);
    await plain.receive(this.times * (this.boards ?? 1));
    if (round >= 0) this.note('plain', 'receiveCpuMs', 'unchanged', (cpuMs(plain.pid) - cpu) / this.times);
  }

  /** Measures the first sync of a new runtime. */
  async measureFresh() {
    const rounds = Math.min(this.rounds, 3);
    for (let round = 0; round < rounds; ++round) {
      this.say(`${this.id}: in a fresh runtime, round ${round + 1} of ${rounds}`);
      for (const name of inTurn(NAMES, round)) {
        const subject = await startSubject(name, this.server.url);
        try {
          await subject.load('first', this.answers[name].first);
          await this.syncFresh(subject);
        } finally {
          await subject.close();
        }
      }
    }
  }

  async syncFresh(subject) {
    this.serve('first');
    resetPeak(subject.pid);
    const resident = residentBytes(subject.pid);
    const cpu = cpuMs(subject.pid);
    await subject.instant(this, 'first', 1);
    this.note(subject.name, 'freshCpuMs', 'first', cpuMs(subject.pid) - cpu);
    this.note(subject.name, 'peakBytes', 'first', peakBytes(subject.pid) - resident);
  }

  compare(kind, scenario) {
    const [ours, plain] = NAMES.map((name) => this.figures[name][kind][scenario]);
    return { ours: spread(ours), plain: spread(plain), ratio: ratios(ours, plain) };
  }

  result() {
    const each = (kind, scenarios = this.scenarios) =>
      Object.fromEntries(scenarios.map((scenario) => [scenario, this.compare(kind, scenario)]));
    return {
      id: this.id,
      source: this.source,
      size: this.size,
      boards: this.boards,
      remote: this.remote,
      bodyBytes: this.bodies.before.text.length * (this.boards ?? 1),
      workerCpuMs: each('workerCpuMs'),
      receiveCpuMs: spread(this.figures.plain.receiveCpuMs.unchanged),
      processCpuMs: each('processCpuMs'),
      wallMs: each('wallMs'),
      freshCpuMs: this.compare('freshCpuMs', 'first'),
      peakBytes: this.compare('peakBytes', 'first'),
      wasmBytes: median(this.figures.ours.wasmBytes.first),
      counts: this.counts,
    };
  }
}

/**
 * @param {{rounds: number, cases: string[], say: (line: string) => void}} options
 */
export async function measureSyncs({ rounds, cases, say }) {
  const results = [];
  for (const one of CASES.filter(({ id }) => cases.length === 0 || cases.includes(id))) {
    results.push(await new CaseRun(one, rounds, say).run());
  }
  return results;
}
