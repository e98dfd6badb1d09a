import handler from '@tanstack/react-start/server-entry';
import { bookmarkOf, isRead } from '../../../js-shim/api.js';
import { askSources } from '../api/queries';
import { learnSources, sources } from '../lib/sources';
import { themeIn } from '../lib/theme';
import { newNonce, secure } from '../security';
import { drawings } from './drawing';
import { type Background, answerAtEdge } from './edge';
import { fillIn, markPlaces } from './nonce-places';
import { addressOf, isPublic, keyOf } from './reader';

/** A page that asks the API nothing changes with a deployment only. */
const LONGEST_AGE_S = 3_600;

/**
 * Draws a page, to be given to others for as long as everything that it is made of. The nonce of a drawing is
 * known to nobody before, so that nothing on the page can hold it, and goes out to nobody: `deliver` replaces it.
 */
function draw(request: Request, bookmark: string): Promise<Response> {
  const drawing = { nonce: newNonce(), bookmark, maxAgeS: LONGEST_AGE_S };
  return drawings.run(drawing, async () => {
    // Once for the life of this runtime: a deployment brings new ones. Without them a page is better than none.
    if (sources().length === 0) learnSources(await askSources().catch(() => []));
    const page = await handler.fetch(request, { context: { nonce: drawing.nonce } });
    const marked = await markPlaces(page, drawing.nonce);
    marked.headers.set('cache-control', drawing.maxAgeS > 0 ? `public, max-age=${drawing.maxAgeS}` : 'no-store');
    return marked;
  });
}

/** Gives a drawn page to one reader, under a nonce of his own. */
async function deliver(page: Response, method: string): Promise<Response> {
  const nonce = newNonce();
  const body = await fillIn(page, nonce);
  page.headers.delete('cache-control');
  return secure(new Response(method === 'HEAD' ? null : body, page), nonce);
}

/** The request for a page without all that a page is not made of. */
function plainRequest(url: URL, theme: string | undefined): Request {
  return new Request(addressOf(url), { headers: theme ? { cookie: `theme=${theme}` } : {} });
}

/** Answers a request for a page. */
export async function answerPage(request: Request, background: Background): Promise<Response> {
  const url = new URL(request.url);
  const theme = themeIn(request.headers.get('cookie') ?? '');
  const asked = isRead(request) ? plainRequest(url, theme) : request;
  const make = () => draw(asked, bookmarkOf(request.headers));
  const key = keyOf(url, theme ?? 'system');
  const page = isPublic(request) ? await answerAtEdge(caches.default, { key, make }, background) : await make();
  return deliver(page, request.method);
}
