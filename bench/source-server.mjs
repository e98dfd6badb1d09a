import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Serves one body at a time on 127.0.0.1, whatever is asked: a source at a moment of its life.
 */
export async function startSourceServer() {
  /** @type {import('./bodies.mjs').Body} */
  let body;
  let honoursEtag = true;
  const server = createServer((request, response) => {
    const headers = { 'content-type': 'application/json', ...(body.etag && { etag: body.etag }) };
    const isKnown = honoursEtag && body.etag && request.headers['if-none-match'] === body.etag;
    if (isKnown) response.writeHead(304, headers).end();
    else response.writeHead(200, { ...headers, 'content-length': body.text.length }).end(body.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** @param {import('./bodies.mjs').Body} next @param {{mayAnswer304?: boolean}} [how] */
    serve(next, { mayAnswer304 = true } = {}) {
      body = next;
      honoursEtag = mayAnswer304;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
