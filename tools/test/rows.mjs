/**
 * The order of the kinds of tests: those of the row `first` before all others; then a row that computes
 * beside one that mostly waits, so that no processor is idle and none is fought for.
 * @typedef {'first' | 'computes' | 'waits'} Row
 */

/**
 * Runs kinds of tests, each row in the order of its kinds. A kind that fails holds up no other.
 * @param {Record<string, {row: Row}>} kinds
 * @param {(name: string) => Promise<boolean>} passes runs the tests of a kind
 * @returns {Promise<Result[]>} in the order of the kinds
 *
 * @typedef {{name: string, passed: boolean, seconds: number}} Result
 */
export async function runInRows(kinds, passes) {
  const results = new Map();
  const runRow = async (names) => {
    for (const name of names) {
      const begin = performance.now();
      const passed = await passes(name);
      results.set(name, { name, passed, seconds: Math.round((performance.now() - begin) / 1000) });
    }
  };
  const { first = [], ...beside } = Object.groupBy(Object.keys(kinds), (name) => kinds[name].row);
  await runRow(first);
  await Promise.all(Object.values(beside).map(runRow));
  return Object.keys(kinds).map((name) => results.get(name));
}

/**
 * The summary at the end: the seconds of each kind, then the count.
 * @param {Result[]} results
 */
export function summaryOf(results) {
  const outcomes = results.map(({ name, passed, seconds }) => `${name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`);
  const failed = results.filter(({ passed }) => !passed).length;
  return `${outcomes.join(' · ')}\n${results.length - failed} passed, ${failed} failed`;
}
