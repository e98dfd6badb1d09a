import { env } from 'cloudflare:workers';
import { bookmarkOf, isRead } from '../../../js-shim/api.js';

/** Where a request leads, as the URL standard writes it; a fragment is nobody's business but the browser's. */
export const addressOf = ({ origin, pathname, search }: URL) => origin + pathname + search;

/** The deployed version: an answer of an earlier one names files that are gone. */
const version = () => (env.CF_VERSION_METADATA as { id?: string } | undefined)?.id ?? 'local';

/**
 * The key of an address and a variant of what is there. All that varies comes before the path, which cannot
 * feign it, and the origin is its own: hosts share nothing.
 */
export const keyOf = ({ origin, pathname, search }: URL, variant: string) =>
  `${origin}/.kept/${version()}/${variant}${pathname}${search}`;

/** Whether the same answer is for everyone: nobody shows a token, or is to see what he has just written. */
export const isPublic = (request: Request) =>
  isRead(request) && !request.headers.has('authorization') && bookmarkOf(request.headers) === '';
