import { env } from 'cloudflare:workers';
import api, { bookmarkCookie } from '../../../js-shim/api.js';
import { drawings } from './drawing';
import { maxAgeOf } from './edge';

/** Asks the API in-process, for the page that is being drawn. The page is fresh no longer than the answer. */
export async function askCore(path: string, init: RequestInit): Promise<Response> {
  const drawing = drawings.getStore();
  const request = new Request(`https://localhost${path}`, init);
  if (drawing?.bookmark) request.headers.set('cookie', bookmarkCookie(drawing.bookmark));
  const answer = await api.fetch(request, env);
  if (drawing) drawing.maxAgeS = Math.min(drawing.maxAgeS, maxAgeOf(answer));
  return answer;
}
