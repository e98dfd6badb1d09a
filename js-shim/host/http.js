import { drive } from './drive.js';
import { leaveBookmark, openSession } from './session.js';
import { createWorkerFetch } from './worker-fetch.js';

const MAX_BODY_BYTES = 64 * 1024;
const NO_BODY = [204, 205, 304];

/** Whether the API's core answers this path; the web site has all others. */
export function isApiPath(path) {
  return path.startsWith('/api/') || /^\/(feed\.(xml|json)|sitemap\.xml|robots\.txt)$/.test(path);
}

/** @param {Request} request */
export const isRead = ({ method }) => method === 'GET' || method === 'HEAD';

/** Compares an ETag with If-None-Match (RFC 9110, section 13.1.2), which may be a star. */
const isKnown = (ifNoneMatch, tag) => ifNoneMatch.trim() === '*' || ifNoneMatch.includes(tag);

/**
 * The answer to a request by the answer to its GET: without a body for HEAD, or 304 by a condition.
 * @param {Request} request
 * @param {Response} answer
 */
export function answerTo({ method, headers }, answer) {
  const tag = answer.headers.get('etag');
  if (answer.ok && tag && isKnown(headers.get('if-none-match') ?? '', tag)) {
    return new Response(null, { status: 304, headers: answer.headers });
  }
  return method === 'HEAD' ? new Response(null, answer) : answer;
}

/**
 * Hands a request to the core and turns its answer into a response.
 *
 * @param {WebAssembly.Module} module
 * @param {Request} request
 * @returns {Promise<Response>}
 */
export async function answerRequest(module, env, request) {
  const event = { request: await readRequest(request) };
  const db = isRead(request) ? openSession(env.DB, request.headers) : env.DB;
  const { status, headers, body } = JSON.parse(await drive(module, env, event, { send: createWorkerFetch(env), db }));
  const answer = new Response(NO_BODY.includes(status) ? null : body, { status, headers });
  if (request.method === 'POST' && answer.ok) await leaveBookmark(env.DB, answer.headers);
  return isRead(request) ? answerTo(request, answer) : answer;
}

async function readRequest(request) {
  const url = new URL(request.url);
  const header = (name) => request.headers.get(name) ?? '';
  return {
    method: request.method,
    origin: url.origin,
    path: url.pathname,
    query: url.search.slice(1),
    authorization: header('authorization'),
    client: header('cf-connecting-ip'),
    ...(await readBody(request)),
  };
}

/** Reads a body, and no more than it has to of one that is too large. */
async function readBody(request) {
  const pieces = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > MAX_BODY_BYTES) return { body: '', isBodyTooLarge: true };
    pieces.push(piece);
  }
  return { body: await new Blob(pieces).text(), isBodyTooLarge: false };
}
