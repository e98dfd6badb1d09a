import { useSearch } from '@tanstack/react-router';
import { createIsomorphicFn } from '@tanstack/react-start';
import { getCookie } from '@tanstack/react-start/server';
import { useSyncExternalStore } from 'react';
import { CURRENCIES, USUAL_CURRENCY } from './rates';
import type { JobFilter } from './search';

/* The currency in which the reader compares pay: like his theme it is kept in a cookie, so that the first paint is right. */

const COOKIE = 'currency';
const YEAR_S = 31_536_000;

const toCurrency = (value?: string) => CURRENCIES.find((code) => code === value) ?? USUAL_CURRENCY;

/** The currency in the cookies of a request or a document. */
export const currencyIn = (cookies: string) => toCurrency(/(?:^|;) *currency=(\w+)/.exec(cookies)?.[1]);

/** The currency that was chosen earlier. */
export const readCurrency = createIsomorphicFn()
  .server(() => toCurrency(getCookie(COOKIE)))
  .client(() => currencyIn(document.cookie));

/** The currency in which the server has drawn the page. */
const drawnCurrency = createIsomorphicFn()
  .server(readCurrency)
  .client(() => toCurrency(document.documentElement.dataset.currency));

const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Remembers a currency, and shows pay in it. */
export function chooseCurrency(currency: string) {
  document.cookie = `${COOKIE}=${currency}; path=/; max-age=${YEAR_S}; samesite=lax`;
  for (const listener of listeners) listener();
}

/** The currency of an address, where it has one: a least pay is always in some currency. */
const currencyOf = ({ currency, salaryMin }: JobFilter) => currency ?? (salaryMin ? USUAL_CURRENCY : undefined);

/** The currency in which pay is compared: the address's, else the reader's own. */
export function useCurrency(): string {
  const own = useSyncExternalStore(subscribe, readCurrency, drawnCurrency);
  const asked = useSearch({ strict: false, select: currencyOf });
  return asked ?? own;
}
