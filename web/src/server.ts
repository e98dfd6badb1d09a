import { isApiPath } from '../../js-shim/api.js';
import { newNonce, secure } from './security';
import { answerApi } from './server/api';
import type { Background } from './server/edge';
import { answerPage } from './server/page';
import { answerPicture, isPicturePath } from './server/picture';

declare module '@tanstack/react-router' {
  interface Register {
    server: { requestContext: { nonce: string } };
  }
}

const decodeAscii = (path: string) =>
  path.replace(/%[2-7][\da-f]/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));

/** Whether TanStack Start looks for a function of the server here, of which this site has none. */
const isServerFunction = (path: string) => /^\/+_serverFn(\/|$)/.test(decodeAscii(path));

const nothingHere = () => secure(new Response('There is nothing here.\n', { status: 404 }), newNonce());

/** The worker: the API's paths are the core's, all others are pages and their previews. */
export default {
  async fetch(request: Request, _env: unknown, background: Background): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (isServerFunction(pathname)) return nothingHere();
    if (isPicturePath(pathname)) return answerPicture(request, background);
    return isApiPath(pathname) ? answerApi(request, background) : answerPage(request, background);
  },
};
