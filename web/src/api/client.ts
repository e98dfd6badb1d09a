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
 * Asks the API.
 * @param path with its query, such as `/api/v3/stats`
 * @throws ApiError where it refuses or fails; its status is 0 where it cannot be reached
 */
async function ask(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await send(path, init);
  } catch (error) {
    if (init?.signal?.aborted) throw error;
    throw new ApiError(0, 'unreachable', 'The server cannot be reached. Are you online?');
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  const { error } = (body ?? {}) as { error?: { code?: string; message?: string } };
  throw failureOf(response, error);
}

const failureOf = ({ status }: Response, error: { code?: string; message?: string } = {}) =>
  new ApiError(status, error.code ?? 'internal', error.message ?? `The server answered ${status}.`);

/** Asks the API and reads its JSON. */
export const askApi = async <T>(path: string, init?: RequestInit) => (await askDated<T>(path, init)).body;

/** The same, with the time of what is answered: where the database fails, that may have been kept for a day. */
export async function askDated<T>(path: string, init?: RequestInit): Promise<{ body: T; asOf: number }> {
  const response = await ask(path, init);
  const body: unknown = await response.json().catch(() => undefined);
  if (body === undefined) throw failureOf(response);
  const ageS = Number(response.headers.get('age') ?? 0);
  return { body: body as T, asOf: Date.now() - ageS * 1_000 };
}

/** Asks the API for what is no document of its own. */
export const askBytes = async (path: string, init?: RequestInit) =>
  new Uint8Array(await (await ask(path, init)).arrayBuffer());
