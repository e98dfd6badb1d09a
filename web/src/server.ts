import handler from '@tanstack/react-start/server-entry';
import { env } from 'cloudflare:workers';
import api, { isApiPath } from '../../js-shim/api.js';
import { askSources } from './api/queries';
import { learnSources, sources } from './lib/sources';
import { newNonce, secure } from './security';

declare module '@tanstack/react-router' {
  interface Register {
    server: { requestContext: { nonce: string } };
  }
}

/** The worker: the API's paths are the core's, all others are pages. */
export default {
  async fetch(request: Request): Promise<Response> {
    if (isApiPath(new URL(request.url).pathname)) return api.fetch(request, env);
    // Once for the life of this runtime: a deployment brings new ones. Without them a page is better than none.
    if (sources().length === 0) learnSources(await askSources().catch(() => []));
    const nonce = newNonce();
    return secure(await handler.fetch(request, { context: { nonce } }), nonce);
  },
};
