/** @typedef {{median: number, min: number, max: number, rounds: number}} Spread */

/** @param {number[]} values @returns {Spread} */
export function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1), rounds: sorted.length };
}

/**
 * The ratio of the second's costs to the first's, round by round, because other load of the machine in a round
 * is on both.
 * @param {number[]} ours @param {number[]} theirs
 */
export const ratios = (ours, theirs) => spread(ours.map((value, round) => theirs[round] / value));

/**
 * The exponent b of a·N^b that fits best: 1 is linear.
 * @param {[number, number][]} points N and cost
 */
export function growthExponent(points) {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)]);
  const mean = (index) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const variance = logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return covariance / variance;
}
