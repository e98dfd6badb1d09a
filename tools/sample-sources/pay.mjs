/**
 * Pay: amounts in the currency of the place, and the many ways employers write them.
 *
 * @typedef {{ min: number, max: number, currency: string, period: 'year' | 'month' | 'hour' }} Pay major units
 */

/** Units per US dollar, corrected for the usual pay of the place. */
const rates = {
  USD: 1,
  CAD: 1.15,
  GBP: 0.65,
  EUR: 0.68,
  CHF: 0.98,
  PLN: 2.1,
  SEK: 6.5,
  BRL: 2.2,
  MXN: 9,
  INR: 22,
  JPY: 85,
  AUD: 1.3,
  SGD: 1.2,
  ZAR: 8,
  PHP: 17,
};

const monthlyCurrencies = ['BRL', 'PLN', 'MXN', 'ZAR', 'PHP'];
const steps = { year: 1000, month: 500, hour: 1 };
const perYear = { year: 1, month: 12, hour: 2080 };

/** @returns {Pay} `band` in US dollars a year */
export function makePay(band, factor, currency, hourly, random) {
  const period = hourly && random.chance(0.5) ? 'hour' : monthlyCurrencies.includes(currency) ? 'month' : 'year';
  const local = (usd) => (usd * factor * rates[currency]) / perYear[period];
  const round = (amount) => Math.max(1, Math.round(amount / steps[period])) * steps[period];
  const min = round(local(band[0] * (0.9 + random.next() * 0.2)));
  return { min, max: Math.max(min + steps[period], round(local(band[1]))), currency, period };
}

/** @returns {Pay} the pay after so many raises */
export function raisePay(pay, raises) {
  const raised = (amount) => amount + raises * steps[pay.period];
  return { ...pay, min: raised(pay.min), max: raised(pay.max) };
}

const grouped = (amount, mark) => String(amount).replace(/\B(?=(\d{3})+$)/g, mark);

const writers = {
  USD: (amount) => `$${grouped(amount, ',')}`,
  CAD: (amount) => `CA$${grouped(amount, ',')}`,
  AUD: (amount) => `A$${grouped(amount, ',')}`,
  SGD: (amount) => `S$${grouped(amount, ',')}`,
  GBP: (amount) => `£${grouped(amount, ',')}`,
  EUR: (amount) => `€${grouped(amount, '.')}`,
  CHF: (amount) => `CHF ${grouped(amount, "'")}`,
  PLN: (amount) => `${grouped(amount, '\u00a0')} PLN`,
  SEK: (amount) => `${grouped(amount, '\u00a0')} kr`,
  BRL: (amount) => `R$ ${grouped(amount, '.')}`,
  MXN: (amount) => `MX$${grouped(amount, ',')}`,
  INR: (amount) => `₹${grouped(amount, ',')}`,
  JPY: (amount) => `¥${grouped(amount, ',')}`,
  ZAR: (amount) => `R${grouped(amount, '\u00a0')}`,
  PHP: (amount) => `₱${grouped(amount, ',')}`,
};

export const money = (amount, currency) => writers[currency](amount);

const range = (pay, dash = ' – ') => `${money(pay.min, pay.currency)}${dash}${money(pay.max, pay.currency)}`;
const thousands = (amount) => Math.round(amount / 1000);
const symbol = (pay) => money(1, pay.currency).replace('1', '').trim();

const plainFormats = [
  (pay) => `The salary range for this role is ${range(pay)} per ${pay.period}, depending on experience and location.`,
  (pay) => `Compensation: ${range(pay, ' - ')} / ${pay.period}`,
  (pay) =>
    `In accordance with pay transparency laws, we state that the expected base pay for this position is between ` +
    `**${money(pay.min, pay.currency)}** and **${money(pay.max, pay.currency)}** per ${pay.period}. Individual pay ` +
    `depends on skills, experience and internal equity. This range does not include bonus, equity or benefits.`,
  (pay) => `Pay range: ${pay.currency} ${pay.min} to ${pay.currency} ${pay.max} (gross, per ${pay.period}).`,
];

const yearFormats = [
  (pay) => `Salary: ${symbol(pay)}${thousands(pay.min)}k–${thousands(pay.max)}k`,
  (pay) => `We pay ${thousands(pay.min)}–${thousands(pay.max)}k ${pay.currency} a year.`,
  (pay) =>
    `The annual base salary starts at ${money(pay.min, pay.currency)} and goes up to ${money(pay.max, pay.currency)}.`,
];

const onTargetFormats = [
  (pay) => `${thousands(pay.min)}–${thousands(pay.max)}k ${pay.currency} OTE, half of it fixed.`,
  (pay) => `On-target earnings: ${range(pay)} a year, uncapped.`,
];

const hourFormats = [
  (pay) => `${money(pay.min, pay.currency)}.00 - ${money(pay.max, pay.currency)}.00/hr`,
  (pay) =>
    `This job pays ${money(pay.min, pay.currency)} per hour at first, up to ${money(pay.max, pay.currency)} later.`,
];

/** @returns {string} one sentence or paragraph that states the pay; sellers are told their on-target earnings */
export function payText(pay, sells, random) {
  if (sells && pay.period === 'year') return random.pick(onTargetFormats)(pay);
  const special = { year: yearFormats, hour: hourFormats, month: [] }[pay.period];
  return random.pick([...plainFormats, ...special])(pay);
}
