/*
 * Plots as SVG, in colours that can be read on white and on black.
 */
const WIDTH = 720;
const COLOURS = { ours: '#0a7ea4', plain: '#c2571a', grid: '#8886', text: '#777' };
const LABELS = { ours: 'C++ core', plain: 'plain TypeScript' };

const svg = (height, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="${COLOURS.text}">\n${parts.flat(Infinity).join('\n')}\n</svg>\n`;
const text = (x, y, content, more = '') => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${content}</text>`;
const line = (x1, y1, x2, y2, colour, more = '') =>
  `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${colour}" ${more}/>`;

const legend = (y, labels = LABELS) =>
  ['ours', 'plain'].map((name, i) => [
    `<rect x="${90 + i * 150}" y="${y - 10}" width="12" height="12" fill="${COLOURS[name]}"/>`,
    text(108 + i * 150, y, labels[name]),
  ]);

const powersOfTen = (low, high) => {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
};

/**
 * Cost against size, both logarithmic: a straight line of slope 1 is linear growth. Bars show the
 * spread.
 * @param {string} title
 * @param {Record<string, {size: number, spread: import('../measure/statistics.mjs').Spread}[]>} series
 */
export function growthPlot(title, series) {
  const height = 400;
  const [left, right, top, bottom] = [80, WIDTH - 30, 60, height - 50];
  const points = Object.values(series).flat();
  const xTicks = powersOfTen(Math.min(...points.map(({ size }) => size)), Math.max(...points.map(({ size }) => size)));
  const yTicks = powersOfTen(
    Math.min(...points.map(({ spread }) => spread.min)),
    Math.max(...points.map(({ spread }) => spread.max)),
  );
  const scale = (ticks, from, to) => (value) =>
    from + ((Math.log10(value) - Math.log10(ticks[0])) / (Math.log10(ticks.at(-1)) - Math.log10(ticks[0]))) * (to - from);
  const x = scale(xTicks, left, right);
  const y = scale(yTicks, bottom, top);
  return svg(height, [
    text(left, 24, title, 'font-weight="600"'),
    legend(46),
    xTicks.map((tick) => [
      line(x(tick), top, x(tick), bottom, COLOURS.grid),
      text(x(tick), bottom + 20, tick.toLocaleString('en'), 'text-anchor="middle"'),
    ]),
    yTicks.map((tick) => [
      line(left, y(tick), right, y(tick), COLOURS.grid),
      text(left - 8, y(tick) + 4, `${tick.toLocaleString('en')} ms`, 'text-anchor="end"'),
    ]),
    text((left + right) / 2, height - 8, 'body, MB', 'text-anchor="middle"'),
    Object.entries(series).map(([name, list]) => [
      `<polyline fill="none" stroke="${COLOURS[name]}" stroke-width="2" points="${list
        .map(({ size, spread }) => `${x(size).toFixed(1)},${y(spread.median).toFixed(1)}`)
        .join(' ')}"/>`,
      list.map(({ size, spread }) => [
        line(x(size), y(spread.min), x(size), y(spread.max), COLOURS[name], 'stroke-width="4" opacity="0.5"'),
        `<circle cx="${x(size).toFixed(1)}" cy="${y(spread.median).toFixed(1)}" r="4" fill="${COLOURS[name]}"/>`,
      ]),
    ]),
  ]);
}

/**
 * A plot of the plain worker's cost as a multiple of ours: a bar to the median, a line from least to most, and
 * the line where both are alike.
 * @param {string} title
 * @param {{label: string, ratio: import('../measure/statistics.mjs').Spread}[]} bars
 */
export function ratioPlot(title, bars) {
  const [left, right, top, step] = [290, WIDTH - 60, 50, 22];
  const height = top + bars.length * step + 40;
  const highest = Math.max(...bars.map(({ ratio }) => ratio.max), 2);
  const x = (value) => left + (Math.max(value, 0) / highest) * (right - left);
  return svg(height, [
    text(20, 24, title, 'font-weight="600"'),
    bars.map(({ label, ratio }, i) => {
      const y = top + i * step;
      const colour = ratio.median >= 1 ? COLOURS.ours : COLOURS.plain;
      return [
        text(left - 10, y + 13, label, 'text-anchor="end"'),
        `<rect x="${left}" y="${y + 2}" width="${(x(ratio.median) - left).toFixed(1)}" height="14" fill="${colour}" opacity="0.8"/>`,
        line(x(ratio.min), y + 9, x(ratio.max), y + 9, COLOURS.text, 'stroke-width="2"'),
        text(x(ratio.max) + 6, y + 13, `${ratio.median.toFixed(1)}×`),
      ];
    }),
    line(x(1), top - 6, x(1), height - 30, COLOURS.text, 'stroke-dasharray="4 3"'),
    text(x(1), height - 12, 'alike', 'text-anchor="middle"'),
  ]);
}

/**
 * Minutes until a new posting is seen: for each kind of boards two bars to the medians, a line from least to most.
 * @param {string} title
 * @param {{label: string, adaptive: import('../measure/statistics.mjs').Spread, fixed: import('../measure/statistics.mjs').Spread}[]} kinds
 */
export function delayPlot(title, kinds) {
  const [left, right, top, step] = [250, WIDTH - 60, 66, 46];
  const highest = Math.max(...kinds.flatMap(({ adaptive, fixed }) => [adaptive.max, fixed.max]));
  const x = (value) => left + (value / highest) * (right - left);
  const bar = (y, { median, min, max }, colour) => [
    `<rect x="${left}" y="${y}" width="${(x(median) - left).toFixed(1)}" height="14" fill="${colour}" opacity="0.8"/>`,
    line(x(min), y + 7, x(max), y + 7, COLOURS.text, 'stroke-width="2"'),
    text(x(max) + 6, y + 11, median.toFixed(0)),
  ];
  return svg(top + kinds.length * step, [
    text(20, 24, title, 'font-weight="600"'),
    legend(46, { ours: 'adaptive', plain: 'fixed' }),
    kinds.map(({ label, adaptive, fixed }, i) => [
      text(left - 10, top + i * step + 19, label, 'text-anchor="end"'),
      bar(top + i * step, adaptive, COLOURS.ours),
      bar(top + i * step + 16, fixed, COLOURS.plain),
    ]),
  ]);
}
