const names = new Intl.DisplayNames('en', { type: 'region' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The code of every country by its name in lower case, and by other names that people write. */
const codes = new Map<string, string>();
for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
  const name = names.of(code);
  if (name && name !== code) codes.set(name.toLowerCase(), code);
}
for (const [name, code] of Object.entries({
  us: 'US', usa: 'US', 'u.s.': 'US', uk: 'GB', europe: 'EUROPE', eu: 'EU', emea: 'EMEA', latam: 'LATAM', apac: 'APAC',
  'north america': 'NORTH_AMERICA', worldwide: 'WORLD', anywhere: 'WORLD', global: 'WORLD',
})) {
  codes.set(name, code);
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const PLACES = new RegExp(`(?<![\\p{L}])(?:${[...codes.keys()].sort((a, b) => b.length - a.length).map(escape).join('|')})(?![\\p{L}])`, 'giu');
/** The sentence of a description that names the places to work from: "must be based in the UK or Ireland". */
const SENTENCE = /(?:based|located|reside|live|work remotely|hire|hiring|open to candidates) (?:only )?(?:in|from|within)[^.\n]{0,120}/i;

const placesIn = (text: string) => [...new Set([...text.matchAll(PLACES)].map(([name]) => codes.get(name.toLowerCase())!))].sort();

/** Countries and regions of a location, else of the text: a JSON array, or null where nothing is stated. */
export function remoteScope(location: string | null, text: string): string | null {
  let scope = placesIn(location ?? '');
  if (scope.length === 0) scope = placesIn(SENTENCE.exec(text)?.[0] ?? '');
  return scope.length > 0 ? JSON.stringify(scope) : null;
}
