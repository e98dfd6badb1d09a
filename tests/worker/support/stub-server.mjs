import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * A Greenhouse and a Lever of our own on 127.0.0.1, for what only a real connection shows.
 * @param {(slug: string, response: import('node:http').ServerResponse, request: object) => void} answer
 */
export async function startBoards(answer) {
  const requests = [];
  const server = createServer((request, response) => {
    const slug = /^\/(?:v1\/boards|v0\/postings)\/([^/?]+)/.exec(request.url)?.[1];
    requests.push({ slug, url: request.url, time: Number(request.headers['x-sent-at']) });
    answer(slug, response, request);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** The requests with their times by the worker's clock, oldest first. */
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The milliseconds between requests, by the clocks of those that sent them. */
export function gapsOf(requests) {
  const times = requests.map(({ time }) => time).sort((a, b) => a - b);
  return times.slice(1).map((time, i) => time - times[i]);
}

export function sendJson(response, value) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
