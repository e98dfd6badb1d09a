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

/** Offered as filters whatever the postings at hand name, so that a menu stays the same while one ticks its boxes. */
export const USUAL_COUNTRIES: Readonly<Record<string, string>> = {
  AR: 'Argentina',
  AU: 'Australia',
  AT: 'Austria',
  BE: 'Belgium',
  BR: 'Brazil',
  CA: 'Canada',
  CL: 'Chile',
  CO: 'Colombia',
  CZ: 'Czechia',
  DK: 'Denmark',
  EG: 'Egypt',
  FI: 'Finland',
  FR: 'France',
  DE: 'Germany',
  GR: 'Greece',
  IN: 'India',
  IE: 'Ireland',
  IL: 'Israel',
  IT: 'Italy',
  JP: 'Japan',
  KE: 'Kenya',
  MX: 'Mexico',
  NL: 'Netherlands',
  NZ: 'New Zealand',
  NG: 'Nigeria',
  NO: 'Norway',
  PK: 'Pakistan',
  PH: 'Philippines',
  PL: 'Poland',
  PT: 'Portugal',
  RO: 'Romania',
  SG: 'Singapore',
  ZA: 'South Africa',
  KR: 'South Korea',
  ES: 'Spain',
  SE: 'Sweden',
  CH: 'Switzerland',
  TR: 'Türkiye',
  UA: 'Ukraine',
  AE: 'United Arab Emirates',
  GB: 'United Kingdom',
  US: 'United States',
};

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** Server and browser may call a rare country by different names. */
export function nameOfScope(code: string): string {
  if (Object.hasOwn(REGIONS, code)) return REGIONS[code]!;
  if (!isCountry(code)) return code;
  return USUAL_COUNTRIES[code] ?? names.of(code) ?? code;
}

export const isScope = (code: string) => Object.hasOwn(REGIONS, code) || isCountry(code);

export const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && !REGIONS[code];
