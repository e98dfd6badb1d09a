/* Where one may work from: codes of regions, and of countries by ISO 3166-1 alpha-2. */

export const REGIONS: Readonly<Record<string, string>> = {
  WORLD: 'Worldwide',
  NORTH_AMERICA: 'North America',
  LATAM: 'Latin America',
  EUROPE: 'Europe',
  EU: 'European Union',
  EMEA: 'EMEA',
  MIDDLE_EAST: 'Middle East',
  AFRICA: 'Africa',
  ASIA: 'Asia',
  APAC: 'Asia-Pacific',
  OCEANIA: 'Oceania',
};

/** Offered as filters even when nothing says how many postings they have. */
export const USUAL_COUNTRIES = ['US', 'GB', 'CA', 'DE', 'FR', 'ES', 'NL', 'PL', 'PT', 'IE', 'IN', 'AU', 'BR', 'MX'];

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

export function nameOfScope(code: string): string {
  if (REGIONS[code]) return REGIONS[code];
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

export const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && !REGIONS[code];
