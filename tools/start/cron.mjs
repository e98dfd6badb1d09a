/*
 * When a cron expression fires. The five fields as Cloudflare documents them, in UTC, without names
 * and without L, W and #: https://developers.cloudflare.com/workers/configuration/cron-triggers/
 */

/** Minute, hour, day of month, month, day of week (1 = Sunday): the range of each. */
const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [1, 7],
];
const MINUTE_MS = 60_000;
const MINUTES_PER_LEAP_CYCLE = 4 * 366 * 24 * 60;

/** The numbers that one item of a list stands for: `*`, `5`, `1-30`, with `/step`. */
function numbersOf(item, low, high) {
  const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item);
  if (!match) return [];
  const [from, to, step] = match.slice(1).map((digits) => (digits === undefined ? undefined : Number(digits)));
  const first = from ?? low;
  const last = to ?? (from === undefined || step !== undefined ? high : from);
  if (first < low || last > high || step === 0) return [];
  const numbers = [];
  for (let number = first; number <= last; number += step ?? 1) numbers.push(number);
  return numbers;
}

function parse(cron) {
  const texts = cron.trim().split(/\s+/);
  const sets = FIELDS.map(([low, high], i) => {
    const items = (texts[i] ?? '').split(',').map((item) => numbersOf(item, low, high));
    return items.every((numbers) => numbers.length > 0) ? new Set(items.flat()) : undefined;
  });
  if (texts.length !== FIELDS.length || sets.includes(undefined)) {
    throw new RangeError(`Not a cron expression: “${cron}”`);
  }
  return { sets, isOpen: texts.map((text) => text.startsWith('*')) };
}

function fires({ sets, isOpen }, date) {
  const [minute, hour, day, month, weekday] = sets;
  const isDay = day.has(date.getUTCDate());
  const isWeekday = weekday.has(date.getUTCDay() + 1);
  // Where both are restricted, either will do; that is how cron has always been.
  const isToday = isOpen[2] || isOpen[4] ? isDay && isWeekday : isDay || isWeekday;
  return (
    minute.has(date.getUTCMinutes()) &&
    hour.has(date.getUTCHours()) &&
    month.has(date.getUTCMonth() + 1) &&
    isToday
  );
}

/**
 * @param {string} cron
 * @param {number} afterMs unix time
 * @returns {number} when it fires next, strictly later; Infinity when it never does
 * @throws {RangeError} when it is not a cron expression
 */
export function nextFiring(cron, afterMs) {
  const schedule = parse(cron);
  let time = (Math.floor(afterMs / MINUTE_MS) + 1) * MINUTE_MS;
  for (let i = 0; i < MINUTES_PER_LEAP_CYCLE; i++, time += MINUTE_MS) {
    if (fires(schedule, new Date(time))) return time;
  }
  return Infinity;
}
