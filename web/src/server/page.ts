import handler from '@tanstack/react-start/server-entry';
import { bookmarkOf, isRead } from '../../../js-shim/api.js';
import { askRates, askSources } from '../api/queries';
import { currencyIn } from '../lib/currency';
import { areRatesKnown, learnRates } from '../lib/rates';
import { learnSources, sources } from '../lib/sources';
import { themeIn } from '../lib/theme';
import { newNonce, secure } from '../security';
import { drawings } from './drawing';
import { type Background, answerAtEdge } from './edge';
import { fillIn, markPlaces } from './nonce-places';
import { addressOf, isPublic, keyOf } from './reader';

/** The reader's choices by which pages vary. */
interface Taste {
  theme: string;
  currency: string;
}

const tasteIn = (cookies: string): Taste => ({ theme: themeIn(cookies) ?? 'system', currency: currencyIn(cookies) });

/** The age of a page that asks the API nothing, and so changes with a deployment only. */
const LONGEST_AGE_S = 3_600;

/**
 * Draws a page, which may be given to others for as long as all of its answers. Nobody knows the nonce of a
 * drawing before, so nothing on the page can hold it, and nobody gets it: `deliver` replaces it.
 */
function draw(request: Request, bookmark: string): Promise<Response> {
  const drawing = { nonce: newNonce(), bookmark, maxAgeS: LONGEST_AGE_S };
  return drawings.run(drawing, async () => {
    // Once for the life of this runtime: a deployment brings new ones. Without them a page is better than none.
    if (sources().length === 0) learnSources(await askSources().catch(() => []));
    if (!areRatesKnown()) await askRates().then(learnRates, () => {});
    const page = await handler.fetch(request, { context: { nonce: drawing.nonce } });
    const marked = await markPlaces(page, drawing.nonce);
    marked.headers.set('cache-control', drawing.maxAgeS > 0 ? `public, max-age=${drawing.maxAgeS}` : 'no-store');
    return marked;
  });
}

/** Gives a drawn page to one reader, under a nonce of its own. */
async function deliver(page: Response, method: string): Promise<Response> {
  const nonce = newNonce();
  const body = await fillIn(page, nonce);
  page.headers.delete('cache-control');
  return secure(new Response(method === 'HEAD' ? null : body, page), nonce);
}

/** The request for a page, without anything that pages do not depend on. */
const plainRequest = (url: URL, taste: Taste) =>
  new Request(addressOf(url), { headers: { cookie: `theme=${taste.theme}; currency=${taste.currency}` } });

/** Answers a request for a page. */
export async function answerPage(request: Request, background: Background): Promise<Response> {
  const url = new URL(request.url);
  const taste = tasteIn(request.headers.get('cookie') ?? '');
  const asked = isRead(request) ? plainRequest(url, taste) : request;
  const make = () => draw(asked, bookmarkOf(request.headers));
  const key = keyOf(url, `${taste.theme}-${taste.currency}`);
  const page = isPublic(request) ? await answerAtEdge(caches.default, { key, make }, background) : await make();
  return deliver(page, request.method);
}
