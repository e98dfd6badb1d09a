import { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { setupRouterSsrQueryIntegration } from '@tanstack/react-router-ssr-query';
import { createIsomorphicFn, getGlobalStartContext } from '@tanstack/react-start';
import { ApiError, isOutOfQuota } from './api/client';
import { Failure } from './components/failure';
import { NotFound } from './components/not-found';
import { parseQuery } from './lib/search';
import { toQuery } from './lib/to-query';
import { routeTree } from './routeTree.gen';

/** The nonce of the request at hand; the browser takes it from the page. */
const findNonce = createIsomorphicFn()
  .server(() => (getGlobalStartContext() as { nonce?: string } | undefined)?.nonce)
  .client((): string | undefined => undefined);

function shouldRetry(failures: number, error: Error) {
  const isRefusal = error instanceof ApiError && error.status >= 400 && error.status < 500;
  const isFinal = isRefusal || isOutOfQuota(error);
  return !import.meta.env.SSR && !isFinal && failures < 2;
}

export function getRouter() {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: shouldRetry } },
  });
  const router = createRouter({
    routeTree,
    context: { queryClient },
    ssr: { nonce: findNonce() },
    // Addresses as a plain form makes them, too; lists are separated by commas.
    parseSearch: parseQuery,
    stringifySearch: (search) => toQuery(search).replaceAll('%2C', ','),
    scrollRestoration: true,
    defaultPreload: 'intent',
    // Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: NotFound,
  });
  setupRouterSsrQueryIntegration({ router, queryClient });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof getRouter>;
  }
}
