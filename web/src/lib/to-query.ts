type Parameter = string | number | boolean | undefined;

/** A query string of the given parameters, with its question mark; the empty text where there are none. */
export function toQuery(parameters: Record<string, Parameter>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query && `?${query}`;
}
