import { isApiPath } from '../../js-shim/api.js';
import { newNonce, secure } from './security';
import { answerApi } from './server/api';
import type { Background } from './server/edge';
import { answerPage } from './server/page';

declare module '@tanstack/react-router' {
  interface Register {
    server: { requestContext: { nonce: string } };
  }
}

/** Where TanStack Start looks for functions of the server, of which this site has none. */
function isServerFunction(path: string): boolean {
  try {
    return /^\/+_serverFn(\/|$)/.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

const nothingHere = () => secure(new Response('There is nothing here.\n', { status: 404 }), newNonce());

/** The worker: the API's paths are the core's, all others are pages. */
export default {
  async fetch(request: Request, _env: unknown, background: Background): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (isServerFunction(pathname)) return nothingHere();
    return isApiPath(pathname) ? answerApi(request, background) : answerPage(request, background);
  },
};
