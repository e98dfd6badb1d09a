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

/** What each region holds: countries, and regions as a whole; wasm/normalize/scope/regions.cc has the same. */
export const MEMBERS: Readonly<Record<string, string>> = {
  EU: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
  EUROPE: 'EU AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM TR UA VA',
  MIDDLE_EAST: 'AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE',
  AFRICA:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG ' +
    'RE RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  EMEA: 'EUROPE EU MIDDLE_EAST AFRICA',
  NORTH_AMERICA: 'BM CA GL MX PM US',
  LATAM:
    'AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE ' +
    'PR PY SR SV SX TC TT UY VC VE VG VI',
  ASIA:
    'AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA ' +
    'SA SG SY TH TJ TL TM TR TW UZ VN YE',
  OCEANIA: 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS',
  APAC: 'ASIA OCEANIA',
};

/** The scopes of postings that one may take who lives in a country: it, the regions that hold it, and the world. */
export function scopesFor(country: string): string[] {
  const scopes = [country];
  for (const scope of scopes) {
    for (const [region, members] of Object.entries(MEMBERS)) {
      if (!scopes.includes(region) && members.split(' ').includes(scope)) scopes.push(region);
    }
  }
  return [...scopes, 'WORLD'];
}

/** All countries that a region holds. */
export const COUNTRIES = [...new Set(Object.values(MEMBERS).flatMap((members) => members.split(' ')))].filter(
  (code) => code.length === 2 && code !== 'EU',
);

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** Server and browser may call a rare country by different names. */
export function nameOfScope(code: string): string {
  if (Object.hasOwn(REGIONS, code)) return REGIONS[code]!;
  if (!isCountry(code)) return code;
  return USUAL_COUNTRIES[code] ?? names.of(code) ?? code;
}

export const isScope = (code: string) => Object.hasOwn(REGIONS, code) || isCountry(code);

export const isCountry = (code: string) => /^[A-Z]{2}$/.test(code) && !REGIONS[code];
