import { spread } from './statistics.mjs';

const WARM_UP_MS = 1_500;

/**
 * The processor time of some work, which other load of the machine does not change.
 * @returns milliseconds
 */
function time(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e3;
}

/**
 * Times several ways to do a thing, in turn, after they have warmed up.
 * @param {Record<string, () => unknown>} ways
 * @returns {Record<string, number[]>} milliseconds by way
 */
export function timeInTurn(ways, rounds) {
  for (const work of Object.values(ways)) for (const end = performance.now() + WARM_UP_MS; performance.now() < end; ) work();
  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round) {
    for (const [name, work] of Object.entries(ways)) times[name].push(time(work));
  }
  return times;
}

/** @param {Record<string, number[]>} times */
export const spreads = (times, perMs = (ms) => ms) =>
  Object.fromEntries(Object.entries(times).map(([name, values]) => [name, spread(values.map(perMs))]));
