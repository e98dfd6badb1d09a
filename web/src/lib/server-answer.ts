import { createIsomorphicFn } from '@tanstack/react-start';
import { getRequestUrl, setResponseStatus } from '@tanstack/react-start/server';

/** Sets the HTTP status of the page at hand; a page that the browser draws has none. */
export const answerWith = createIsomorphicFn()
  .server((status: number) => setResponseStatus(status))
  .client((_status: number) => {});

/** Where the site is, such as `https://jobs.spearyx.com`. */
export const siteOrigin = createIsomorphicFn()
  .server(() => getRequestUrl().origin)
  .client(() => location.origin);
