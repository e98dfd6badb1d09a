/** A new nonce: a value that a page's own scripts carry and that nobody can guess. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/**
 * The content security policy of a page (https://www.w3.org/TR/CSP3/). It may run scripts that carry the nonce
 * and those that they load, compile WebAssembly (for the inspector, which one can reach without loading a
 * page), talk to its own server, and nothing else. A description can neither run nor fetch anything.
 */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Adds the headers of every page to a response. */
export function secure(page: Response, nonce: string): Response {
  const headers = new Headers(page.headers);
  headers.set('content-security-policy', policy(nonce));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  // A page holds its nonce and its reader's theme: none is for two.
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  return new Response(page.body, { status: page.status, statusText: page.statusText, headers });
}
