import { env } from 'cloudflare:workers';
import { bookmarkOf, isRead } from '../../../js-shim/api.js';

/** The address of a request, as the URL standard writes it; a fragment stays in the browser. */
export const addressOf = ({ origin, pathname, search }: URL) => origin + pathname + search;

/** The deployed version: answers of an earlier one name files that are gone. */
const version = () => (env.CF_VERSION_METADATA as { id?: string } | undefined)?.id ?? 'local';

/**
 * The key of a variant of an address. All variable parts come before the path, which cannot feign them, and the
 * origin is its own: hosts share nothing.
 */
export const keyOf = ({ origin, pathname, search }: URL, variant: string) =>
  `${origin}/.kept/${version()}/${variant}${pathname}${search}`;

/** Whether one answer is for everyone: the reader shows no token, and need not see a write of their own. */
export const isPublic = (request: Request) =>
  isRead(request) && !request.headers.has('authorization') && bookmarkOf(request.headers) === '';
