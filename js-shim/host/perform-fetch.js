const BROKEN = -1;
const TIMED_OUT = -2;

/**
 * The body of a response, read piece by piece so that a large one never lies in memory twice.
 *
 * @typedef {object} Body
 * @property {(capacity: number) => Promise<Uint8Array | number>} read the next piece, 0 at the end, or a
 *   negative code of wasm/boundary/imports.h
 * @property {() => void} close drops what is left
 */

/**
 * Sends one GET. Never rejects: what went wrong is in the head.
 *
 * @param {{url: string, headers: [string, string][], timeoutMs: number}} request
 * @param {import('./drive.js').Send} send
 * @returns {Promise<{head: object, body?: Body}>}
 */
export async function performFetch({ url, headers, timeoutMs }, send) {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await send(url, { headers, signal, redirect: 'manual' });
    const head = {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      etag: response.headers.get('etag') ?? '',
      retryAfter: response.headers.get('retry-after') ?? '',
    };
    return { head, body: readerOf(response) };
  } catch (error) {
    const failure = isTimeout(error) ? 'timeout' : 'network';
    return { head: { failure, detail: String(error?.message ?? error) } };
  }
}

/**
 * Reads pieces as large as they come: each suspends the core once, and a default reader's are of 4 KiB.
 * @returns {Body}
 */
function readerOf(response) {
  const reader = response.body?.getReader({ mode: 'byob' });
  return {
    async read(capacity) {
      try {
        const { value } = (await reader?.read(new Uint8Array(capacity))) ?? {};
        return value?.length ? value : 0;
      } catch (error) {
        return isTimeout(error) ? TIMED_OUT : BROKEN;
      }
    },
    close() {
      reader?.cancel().catch(() => {});
    },
  };
}

function isTimeout(error) {
  return error?.name === 'TimeoutError' || error?.name === 'AbortError';
}
