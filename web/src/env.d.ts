/* The parts of the worker's platform that the site uses. */
declare module 'cloudflare:workers' {
  export const env: Record<string, unknown>;
}

declare module 'node:async_hooks' {
  export class AsyncLocalStorage<Store> {
    run<Result>(store: Store, work: () => Result): Result;
    getStore(): Store | undefined;
  }
}

declare module 'node:zlib' {
  export function crc32(bytes: Uint8Array): number;
  export function deflateSync(bytes: Uint8Array, options: { level: number }): Uint8Array<ArrayBuffer>;
}

declare module '*/picture.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '*/js-shim/api.js' {
  export function isApiPath(path: string): boolean;
  export function isRead(request: Request): boolean;
  export function answerTo(request: Request, answer: Response): Response;
  export function bookmarkOf(headers: Headers): string;
  export function bookmarkCookie(bookmark: string): string;
  const worker: { fetch(request: Request, env: Record<string, unknown>): Promise<Response> };
  export default worker;
}

interface CacheStorage {
  /** Cloudflare's own cache; absent on other platforms. */
  readonly default?: Cache;
}
