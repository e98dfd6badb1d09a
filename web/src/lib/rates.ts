/** The units that one US dollar buys, from GET /api/v3/rates. */
export interface Rates {
  /** Their day, ISO 8601. */
  of: string;
  /** Units by ISO 4217 code. */
  perDollar: Record<string, number>;
}

/** Currencies to compare pay in. */
export const CURRENCIES: readonly string[] = (
  'USD EUR GBP AED AUD BRL CAD CHF CNY CZK DKK HKD HUF IDR ILS INR JPY KRW MXN MYR NOK NZD PHP PLN RON SEK SGD THB TRY ZAR'
).split(' ');

/** The currency that the API takes where none is asked for. */
export const USUAL_CURRENCY = 'USD';

const NONE: Rates = { of: '', perDollar: {} };

const ratesInPage = (): Rates => JSON.parse(document.documentElement.dataset.rates ?? 'null') ?? NONE;

/**
 * The rates. The server asks the API for them before it draws its first page; the browser finds them in the
 * page.
 */
let known = typeof document === 'undefined' ? NONE : ratesInPage();

export function learnRates(learnt: Rates) {
  known = learnt;
}

export const areRatesKnown = () => known !== NONE;

/** The day of the rates. */
export const dayOfRates = () => known.of;

/** The part of the rates that the browser needs. */
export function ratesForPage(): string {
  const perDollar = Object.fromEntries(CURRENCIES.map((code) => [code, known.perDollar[code]]));
  return JSON.stringify({ ...known, perDollar });
}

/** The units of a currency that a US dollar buys; NaN where that is unknown. */
export const unitsPerDollar = (currency: string) => known.perDollar[currency] ?? Number.NaN;
