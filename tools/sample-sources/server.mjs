/**
 * Sample sources: one local server that answers like the real ones, each below its own prefix, with
 * made-up postings that come, change, go and return while it runs.
 *
 * A file of sources/ answers like the source of its name: it exports a function of that name. Where each
 * board has a host of its own, it exports `boardBase` besides, a path with "{slug}" that stands for it.
 */
import { globSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answer } from './answer.mjs';
import { boards, emptyBoard, goneBoard } from './companies.mjs';
import { createWorld } from './world.mjs';

export { candidates } from './companies.mjs';

const files = globSync(join(import.meta.dirname, 'sources/*.mjs')).sort();
const modules = Object.fromEntries(
  await Promise.all(files.map(async (file) => [basename(file, '.mjs'), await import(pathToFileURL(file).href)])),
);
const dayMs = 86_400_000;

/** @returns the workers' variables that point them at the server */
export const vars = (url) =>
  Object.fromEntries(
    Object.entries(modules).map(([name, { boardBase = '' }]) => [`${name.toUpperCase()}_API`, `${url}/${name}${boardBase}`]),
  );

const named = (some) => some.map(({ slug, name }) => ({ slug, name }));
const bySource = Object.groupBy([...boards, goneBoard, emptyBoard].filter(({ slug }) => slug), ({ source }) => source);

/** The companies to begin with; one is gone, one has no postings, one fails now and then. */
export const companies = Object.fromEntries(Object.entries(bySource).map(([source, some]) => [source, named(some)]));

/** @returns {import('./answer.mjs').Answer} */
function reply(world, request, step) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'Method Not Allowed');
  const url = URL.parse(`http://localhost${request.url}`);
  const [, prefix, path] = /^\/(\w+)(\/.*)$/.exec(url?.pathname ?? '') ?? [];
  if (!Object.hasOwn(modules, prefix ?? '')) return answer(404, 'text/plain', 'Not Found');
  const { headers, socket } = request;
  return modules[prefix][prefix](world, { path, query: url.searchParams, headers, address: socket.remoteAddress ?? '', step });
}

function respond(request, response, makeReply, log) {
  let result;
  try {
    result = makeReply();
  } catch (error) {
    log(`sample sources: ${request.url}: ${error.stack}`);
    result = answer(500, 'text/plain', 'Internal Server Error');
  }
  response.writeHead(result.status, result.headers).end(result.body);
  log(`${request.method} ${request.url} ${result.status}`);
}

function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address().port));
  });
}

function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {string} [options.host]
 * @param {number} [options.seed] another seed, other postings
 * @param {() => number} [options.now] the clock, in ms; tests move it
 * @param {number} [options.changeEveryMs] length of a step
 * @param {(line: string) => void} [options.log] one line per request
 */
export async function startSampleSources(options = {}) {
  const { port = 0, host = '127.0.0.1', seed = 1, now = Date.now, changeEveryMs = 20_000, log = () => {} } = options;
  const start = now();
  const world = createWorld({ seed, day: Math.floor(start / dayMs), changeEveryMs });
  const stepNow = () => Math.floor((now() - start) / changeEveryMs);
  const server = createServer((request, response) =>
    respond(request, response, () => reply(world, request, stepNow()), log),
  );
  const taken = await listen(server, port, host);
  return { url: `http://${host}:${taken}`, port: taken, companies, close: () => close(server) };
}
