import { env } from 'cloudflare:workers';
import api, { answerTo } from '../../../js-shim/api.js';
import { type Background, answerAtEdge } from './edge';
import { addressOf, isPublic, keyOf } from './reader';

/**
 * Answers a request to the API. An answer that may be kept is made from the address alone: no header of one
 * reader gets into the answer of another.
 */
export async function answerApi(request: Request, background: Background): Promise<Response> {
  if (!isPublic(request)) return api.fetch(request, env);
  const url = new URL(request.url);
  const make = () => api.fetch(new Request(addressOf(url)), env);
  return answerTo(request, await answerAtEdge(caches.default, { key: keyOf(url, 'api'), make }, background));
}
