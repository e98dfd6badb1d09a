import { env } from 'cloudflare:workers';
import { crc32 } from 'node:zlib';
import api, { answerTo, isRead } from '../../../js-shim/api.js';
import type { JobDetail } from '../api/types';
import { formatPay, formatScope } from '../lib/format';
import { isGone } from '../lib/gone';
import { newNonce, secure } from '../security';
import { type Background, answerAtEdge } from './edge';
import { paint } from './painter';
import { keyOf } from './reader';

const PATH = /^\/jobs\/([1-9]\d{0,9})\/preview\.png$/;

/** Whether a path is that of a posting's preview, the picture that is shown where somebody shares its address. */
export const isPicturePath = (path: string) => PATH.test(path);

const textsOf = (job: JobDetail) => ({
  title: job.title,
  company: job.company,
  place: job.closedAt ? 'No longer open' : formatScope(job),
  pay: (!job.closedAt && formatPay(job)) || '',
});

const plain = (text: string, status: number) => secure(new Response(`${text}\n`, { status }), newNonce());

/** Draws a posting, for as long as the API's answer about it may be given to others. */
async function drawPicture(origin: string, id: string): Promise<Response> {
  const answer = await api.fetch(new Request(`${origin}/api/v3/jobs/${id}`), env);
  if (!answer.ok) return plain(answer.status === 404 ? 'There is no such posting.' : 'The posting cannot be read now.', answer.status);
  const { data } = (await answer.json()) as { data: JobDetail };
  if (isGone(data)) return plain('This posting is closed.', 410);
  const png = new Uint8Array(await (await paint(textsOf(data))).arrayBuffer());
  return new Response(png, {
    headers: {
      'content-type': 'image/png',
      'cache-control': answer.headers.get('cache-control') ?? 'no-store',
      etag: `"${crc32(png).toString(16)}"`,
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Draws it, or says that this failed, so that an earlier picture can stand in. */
const drawOrFail = (origin: string, id: string) =>
  drawPicture(origin, id).catch((error) => {
    console.error({ event: 'no_picture', id, error: String(error) });
    return plain('The picture cannot be drawn now.', 503);
  });

/** Answers a request for a preview. What stands behind the path only tells caches elsewhere when to ask anew. */
export async function answerPicture(request: Request, background: Background): Promise<Response> {
  if (!isRead(request)) return plain('A picture can only be read.', 405);
  const { origin, pathname } = new URL(request.url);
  const [, id] = PATH.exec(pathname) as unknown as [string, string];
  const question = { key: keyOf(new URL(pathname, origin), 'picture'), make: () => drawOrFail(origin, id) };
  return answerTo(request, await answerAtEdge(caches.default, question, background));
}
