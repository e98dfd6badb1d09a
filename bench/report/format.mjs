/** Three digits that count, groups of thousands. */
export function figure(value) {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: Math.min(digits, 2) });
}

export const megabytes = (bytes) => `${figure(bytes / 1e6)} MB`;

export const whole = (value) => Math.round(value).toLocaleString('en');

/** "12.3 (11.0–14.1)" @param {import('../measure/statistics.mjs').Spread} spread */
export const ranged = ({ median, min, max }, scale = 1) =>
  `${figure(median * scale)} (${figure(min * scale)}–${figure(max * scale)})`;

/** The ratio of the plain worker's figures to ours; the median in bold. */
export const times = ({ median, min, max }) => `**${figure(median)}×** (${figure(min)}–${figure(max)})`;

/** @param {string[]} head @param {(string | number)[][]} rows the first column is text */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
