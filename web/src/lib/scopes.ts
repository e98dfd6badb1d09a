/* The scopes of work: codes of regions, and of countries by ISO 3166-1 alpha-2. */

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

/**
 * The countries that are always offered as filters, so that a menu stays the same while one ticks its boxes.
 */
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

/** The countries that one can choose to live in. */
export const COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA ' +
  'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA ' +
  'GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE ' +
  'KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR ' +
  'MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA ' +
  'RE RO RS RU RW SA SB SC SD SE SG SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR ' +
  'TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ');

/** Names for which browsers have longer ones. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  CD: 'DR Congo',
  CG: 'Congo',
  HK: 'Hong Kong',
  MM: 'Myanmar',
  MO: 'Macao',
  PS: 'Palestine',
};

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** The name of a scope; server and browser may call a rare country by different names. */
export function nameOfScope(code: string): string {
  if (Object.hasOwn(REGIONS, code)) return REGIONS[code]!;
  if (!isCountry(code)) return code;
  return USUAL_COUNTRIES[code] ?? SHORT_NAMES[code] ?? names.of(code) ?? code;
}

export const isScope = (code: string) => Object.hasOwn(REGIONS, code) || isCountry(code);

export const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && !REGIONS[code];
