/**
 * Places where work can be done, and how employers write them.
 *
 * @typedef {object} Region
 * @property {string[]} countries names as Himalayas spells them; [] is the whole world
 * @property {string | null} code ISO 3166-1 alpha-2 where the region is one country
 * @property {string} currency
 * @property {number[]} zones UTC offsets
 * @property {string[]} cities city, comma, what employers write behind it; [] where the region has no offices
 * @property {string[]} remote location texts of remote postings
 * @property {string} scope the sentence in the posting
 */

/** @returns {Region} */
function country(name, code, currency, zones, cities, remote, scope) {
  return {
    countries: [name],
    code,
    currency,
    zones,
    cities,
    remote,
    scope: scope ?? `This role is fully remote within ${name}.`,
  };
}

/** @returns {Region} */
function area(countries, currency, zones, remote, scope) {
  return { countries, code: null, currency, zones, cities: [], remote, scope };
}

const usZones = [-10, -9, -8, -7, -6, -5];

/** @type {Record<string, Region>} */
export const regions = {
  us: country(
    'United States',
    'US',
    'USD',
    usZones,
    ['Austin, TX', 'Columbus, Ohio', 'Portland, OR', 'New York City, NY', 'Denver, Colorado'],
    [
      'Remote - US',
      'US Remote',
      'Remote (United States) ',
      'Remote, USA',
      'United States - Remote',
      'Remote-Friendly, United States',
    ],
    'US only: you work from home anywhere in the United States and are authorised to work there.',
  ),
  ca: country(
    'Canada',
    'CA',
    'CAD',
    [-8, -7, -5, -4, -3.5],
    ['Toronto, ON', 'Vancouver, BC', 'Montréal, Québec'],
    ['Remote - Canada', 'Canada (Remote)', 'Remote, Canada'],
  ),
  uk: country(
    'United Kingdom',
    'GB',
    'GBP',
    [0],
    ['London, UK', 'Manchester, United Kingdom', 'Edinburgh, Scotland'],
    ['Remote, UK', 'UK Remote', 'United Kingdom (Remote)', 'Remote - United Kingdom '],
  ),
  ie: country(
    'Ireland',
    'IE',
    'EUR',
    [0],
    ['Dublin, Ireland', 'Cork, Ireland'],
    ['Remote, Ireland', 'Ireland - Remote'],
  ),
  de: country(
    'Germany',
    'DE',
    'EUR',
    [1],
    ['Berlin, Germany', 'München, Deutschland', 'Hamburg, Germany'],
    ['Remote - Germany', 'Germany (Remote)', 'Remote, Germany '],
  ),
  at: country('Austria', 'AT', 'EUR', [1], ['Wien, Österreich', 'Graz, Austria'], ['Remote, Austria']),
  ch: country(
    'Switzerland',
    'CH',
    'CHF',
    [1],
    ['Zürich, Switzerland', 'Genève, Suisse'],
    ['Remote, Switzerland', 'Switzerland (Remote)'],
  ),
  fr: country(
    'France',
    'FR',
    'EUR',
    [1],
    ['Paris, France', 'Lyon, France', 'Nantes, FR'],
    ['Remote, France', 'France - Remote'],
  ),
  es: country(
    'Spain',
    'ES',
    'EUR',
    [1],
    ['Madrid, Spain', 'València, España', 'Barcelona, Spain'],
    ['Remote - Spain', 'Spain (Remote)'],
  ),
  pt: country('Portugal', 'PT', 'EUR', [0], ['Lisboa, Portugal', 'Porto, Portugal'], ['Remote, Portugal']),
  pl: country(
    'Poland',
    'PL',
    'PLN',
    [1],
    ['Kraków, Poland', 'Łódź, Polska', 'Warszawa, Poland'],
    ['Remote - Poland', 'Poland, Remote'],
  ),
  nl: country('Netherlands', 'NL', 'EUR', [1], ['Utrecht, Netherlands', 'Amsterdam, NL'], ['Remote, Netherlands']),
  se: country('Sweden', 'SE', 'SEK', [1], ['Göteborg, Sweden', 'Stockholm, Sweden'], ['Remote, Sweden']),
  br: country(
    'Brazil',
    'BR',
    'BRL',
    [-3],
    ['São Paulo, Brazil', 'Florianópolis, SC'],
    ['Remote - Brazil', 'Brazil (Remote)'],
  ),
  mx: country('Mexico', 'MX', 'MXN', [-6], ['Ciudad de México, CDMX', 'Guadalajara, Mexico'], ['Remote, Mexico']),
  in: country(
    'India',
    'IN',
    'INR',
    [5.5],
    ['Bengaluru, India', 'Pune, Maharashtra'],
    ['Remote - India', 'India (Remote)'],
  ),
  jp: country('Japan', 'JP', 'JPY', [9], ['Osaka, Japan', '東京, Japan'], ['Remote, Japan']),
  au: country(
    'Australia',
    'AU',
    'AUD',
    [8, 8.75, 9.5, 10],
    ['Sydney, Australia', 'Hobart, Tasmania'],
    ['Remote - Australia', 'Australia Remote'],
  ),
  sg: country('Singapore', 'SG', 'SGD', [8], ['Singapore, Singapore'], ['Remote, Singapore']),
  za: country('South Africa', 'ZA', 'ZAR', [2], ['Cape Town, SA', 'Durban, South Africa'], ['Remote, South Africa']),
  ph: country('Philippines', 'PH', 'PHP', [8], ['Cebu, Philippines'], ['Remote - Philippines', 'Philippines (Remote)']),
  world: area(
    [],
    'USD',
    [],
    ['Anywhere', 'Remote', 'Remote - Worldwide', 'Work from anywhere 🌍', 'Global (Remote)'],
    'Work from anywhere in the world; we only ask for four hours of overlap with the team.',
  ),
  europe: area(
    ['France', 'Germany', 'Netherlands', 'Poland', 'Portugal', 'Spain', 'Sweden'],
    'EUR',
    [0, 1, 2],
    ['Remote - Europe', 'Europe (Remote)', 'Remote, EU'],
    'You can be based in any country of the European Union.',
  ),
  emea: area(
    ['Germany', 'Netherlands', 'South Africa', 'United Arab Emirates', 'United Kingdom'],
    'EUR',
    [0, 1, 2, 3, 4],
    ['Remote, EMEA', 'EMEA - Remote', 'Remote (EMEA)'],
    'We hire for this role anywhere in EMEA.',
  ),
  latam: area(
    ['Argentina', 'Brazil', 'Chile', 'Colombia', 'Mexico'],
    'USD',
    [-6, -5, -4, -3],
    ['Remote - LATAM', 'LATAM (Remote)', 'Remote, Latin America'],
    'This is a remote position for candidates in Latin America.',
  ),
  apac: area(
    ['Australia', 'India', 'Japan', 'Philippines', 'Singapore'],
    'USD',
    [5.5, 8, 9, 10],
    ['Remote - APAC', 'APAC, Remote'],
    'Candidates may live anywhere in the APAC region.',
  ),
  northAmerica: area(
    ['Canada', 'United States'],
    'USD',
    usZones,
    ['Remote, US or Canada', 'Remote - North America', 'Remote; United States; Canada'],
    'Open to candidates in the US and Canada.',
  ),
  dach: area(
    ['Austria', 'Germany', 'Switzerland'],
    'EUR',
    [1],
    ['Remote - DACH', 'Remote (Germany, Austria or Switzerland)'],
    'You live in Germany, Austria or Switzerland and work from home.',
  ),
  ukIreland: area(
    ['Ireland', 'United Kingdom'],
    'GBP',
    [0],
    ['Remote (UK or Ireland)', 'Remote - UK & Ireland'],
    'You work from home in the UK or Ireland.',
  ),
  africa: area(
    ['Congo, The Democratic Republic of the', 'Ghana', 'Kenya', 'Nigeria', 'South Africa'],
    'USD',
    [0, 1, 2, 3],
    ['Remote - Africa', 'Africa (Remote)'],
    'We are looking for people anywhere in Africa.',
  ),
};
