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
 * Sends one GET, or one POST of a document. Never rejects: a failure is told in the head.
 *
 * @param {{url: string, headers: [string, string][], json: string, timeoutMs: number}} request
 * @param {import('./drive.js').Send} send
 * @returns {Promise<{head: object, body?: Body}>}
 */
export async function performFetch({ url, headers, json, timeoutMs }, send) {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const post = json ? { method: 'POST', body: json } : {};
    const response = await send(url, { ...post, headers, signal, redirect: 'manual' });
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
 * A reader of pieces as large as they come, because each suspends the core once, and a default reader's are of
 * 4 KiB. They all lie in one buffer, which goes back and forth; a new one for each would cost more than
 * reading.
 * @returns {Body}
 */
function readerOf(response) {
  /** @type {ReadableStreamBYOBReader | undefined} */
  let reader;
  let buffer = new ArrayBuffer();
  return {
    async read(capacity) {
      try {
        reader ??= response.body?.getReader({ mode: 'byob' });
        if (buffer.byteLength < capacity) buffer = new ArrayBuffer(capacity);
        const { value } = (await reader?.read(new Uint8Array(buffer, 0, capacity))) ?? {};
        if (!value?.length) return 0;
        ({ buffer } = value);
        return value;
      } catch (error) {
        return isTimeout(error) ? TIMED_OUT : BROKEN;
      }
    },
    close() {
      (reader ?? response.body)?.cancel().catch(() => {});
    },
  };
}

function isTimeout(error) {
  return error?.name === 'TimeoutError' || error?.name === 'AbortError';
}
