const AMOUNT = String.raw`(\d{1,3}(?:[,.]\d{3})+|\d+(?:\.\d+)?)\s?(k)?`;
/** "$120,000 – $150,000 per year", "€55k–70k", "£45 to £60 an hour". */
const RANGE = new RegExp(String.raw`([$€£])\s?${AMOUNT}\s*(?:-|–|—|to)\s*[$€£]?\s?${AMOUNT}(.{0,24})`, 'i');
const CURRENCIES: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

export interface Pay {
  min: number;
  max: number;
  currency: string;
  period: 'year' | 'hour' | 'month';
}

function amount(digits: string, thousands: string | undefined): number {
  const number = /[,.]\d{3}/.test(digits) ? Number(digits.replace(/[,.]/g, '')) : Number(digits);
  return Math.round(thousands ? number * 1000 : number);
}

function periodOf(after: string, max: number): Pay['period'] {
  if (/hour|\/\s?hr/i.test(after) || max < 500) return 'hour';
  return /month|\/\s?mo/i.test(after) ? 'month' : 'year';
}

/** The first range of amounts in a text; good enough where nothing else is written that way. */
export function payIn(text: string): Pay | null {
  const found = RANGE.exec(text);
  if (!found) return null;
  const [, sign, low, lowK, high, highK, after] = found;
  const max = amount(high!, highK);
  const min = amount(low!, lowK ?? (Number(low) < 1000 ? highK : undefined));
  return { min, max, currency: CURRENCIES[sign!]!, period: periodOf(after!, max) };
}
