import { createIsomorphicFn } from '@tanstack/react-start';
import { getRequestUrl, setResponseStatus } from '@tanstack/react-start/server';
import { ApiError } from '../api/client';

/** The HTTP status of a page whose list the API refuses or fails to give. */
export const statusOf = (error: unknown) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 ? error.status : 503;

/** Sets the HTTP status of the present page; a page that the browser draws has none. */
export const answerWith = createIsomorphicFn()
  .server((status: number) => setResponseStatus(status))
  .client((_status: number) => {});

/** The origin of the site, such as `https://jobs.spearyx.com`. */
export const siteOrigin = createIsomorphicFn()
  .server(() => getRequestUrl().origin)
  .client(() => location.origin);
