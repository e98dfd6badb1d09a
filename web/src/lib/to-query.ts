type Parameter = string | number | boolean | undefined;

/** A query string, with its question mark, of what is given; the empty text where nothing is. */
export function toQuery(parameters: Record<string, Parameter>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query && `?${query}`;
}
