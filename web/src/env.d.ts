/* What the worker's platform brings, as far as the site uses it. */
declare module 'cloudflare:workers' {
  export const env: Record<string, unknown>;
}

declare module '*/js-shim/api.js' {
  export function isApiPath(path: string): boolean;
  const worker: { fetch(request: Request, env: Record<string, unknown>): Promise<Response> };
  export default worker;
}
