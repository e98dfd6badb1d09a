/*
 * The places of the nonce in a page that is kept: they are found once, when the page is drawn, and filled in at
 * each delivery without reading the page. All nonces are of one length.
 */
const PLACES = 'x-nonce-places';

/** A decoder of one character for each byte, so that places in the text are those in the page. */
const bytewise = new TextDecoder('latin1');

function placesIn(page: ArrayBuffer, nonce: string): number[] {
  const text = bytewise.decode(page);
  const places = [];
  for (let at = text.indexOf(nonce); at >= 0; at = text.indexOf(nonce, at + nonce.length)) places.push(at);
  return places;
}

/** Adds to a page a header with the places of its nonce. */
export async function markPlaces(page: Response, nonce: string): Promise<Response> {
  const body = await page.arrayBuffer();
  const marked = new Response(body, page);
  marked.headers.set(PLACES, placesIn(body, nonce).join());
  return marked;
}

/** The body of such a page with another nonce in those places, and without that header. */
export async function fillIn(page: Response, nonce: string): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(await page.arrayBuffer());
  const bytes = new TextEncoder().encode(nonce);
  for (const place of page.headers.get(PLACES)?.split(',') ?? []) if (place) body.set(bytes, Number(place));
  page.headers.delete(PLACES);
  return body;
}
