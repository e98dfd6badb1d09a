import { COUNTRIES } from './scopes';

/**
 * A locale, with its time zones by either name that browsers know (https://tc39.es/proposal-intl-locale-info/).
 */
type Locale = Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] };

function zonesOf(country: string): string[] {
  const locale = new Intl.Locale(`und-${country}`) as Locale;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** The country of the browser's time zone, else that of its language; it is a guess, and stays in the browser. */
export function homeOf(
  zone = Intl.DateTimeFormat().resolvedOptions().timeZone,
  language = navigator.language,
): string | undefined {
  return COUNTRIES.find((country) => zonesOf(country).includes(zone)) ?? new Intl.Locale(language).region;
}
