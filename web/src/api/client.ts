import { createIsomorphicFn } from '@tanstack/react-start';

/** An answer of the API that is none of success; its message is meant for readers. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Whether the database has used up its day's quota; the message says until when, and a request before that is
 * of no use.
 */
export const isOutOfQuota = (error: Error) => error instanceof ApiError && error.code === 'quota_exceeded';

/** Sends a request to the API: from the browser over the network, from the server in-process. */
const send = createIsomorphicFn()
  .server(async (path: string, init: RequestInit = {}) => (await import('../server/ask-core')).askCore(path, init))
  .client((path: string, init: RequestInit = {}) => fetch(path, init));

/**
 * Asks the API and reads its JSON.
 * @param path with its query, such as `/api/v3/stats`
 * @throws ApiError where it refuses or fails; its status is 0 where it cannot be reached
 */
export const askApi = async <T>(path: string, init?: RequestInit) => (await askDated<T>(path, init)).body;

/**
 * Asks the API like `askApi`, and returns the time of the answer, which may be a day old where the database
 * fails.
 */
export async function askDated<T>(path: string, init?: RequestInit): Promise<{ body: T; asOf: number }> {
  let response: Response;
  try {
    response = await send(path, init);
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', 'The server cannot be reached. Are you online?');
  }
  const body: unknown = await response.json().catch(() => undefined);
  const ageS = Number(response.headers.get('age') ?? 0);
  if (response.ok && body !== undefined) return { body: body as T, asOf: Date.now() - ageS * 1_000 };
  const { error } = (body ?? {}) as { error?: { code?: string; message?: string } };
  throw new ApiError(
    response.status,
    error?.code ?? 'internal',
    error?.message ?? `The server answered ${response.status}.`,
  );
}
