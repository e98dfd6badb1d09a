/**
 * The way from the API's core to the bindings of its worker, by addresses that start with worker://. It sends
 * nothing else.
 *
 *   worker://ats/tick?source=…&slug=…   one tick of a sync worker; answers its report
 *   worker://ats/payload?source=…&slug=…  what a board answers now
 *   worker://limits/wrong-token?client=…  counts a wrong token; answers 429 when there were too many
 *
 * @returns {import('./drive.js').Send}
 */
export function createWorkerFetch(env) {
  const workers = { ats: env.SYNC_ATS, aggregator: env.SYNC_AGGREGATOR, discovery: env.SYNC_DISCOVERY };

  return async (address) => {
    const { hostname, pathname, searchParams } = new URL(address);
    if (hostname === 'limits') return countWrongToken(env.WRONG_TOKENS, searchParams.get('client'));
    const worker = workers[hostname];
    if (!worker) return new Response(null, { status: 501 });
    const source = searchParams.get('source');
    const company = source ? { source, slug: searchParams.get('slug') } : undefined;
    return Response.json(await (pathname === '/payload' ? worker.payload(company) : worker.tick(company)));
  };
}

async function countWrongToken(limit, client) {
  const { success } = (await limit?.limit({ key: client ?? '' })) ?? { success: true };
  return new Response(null, { status: success ? 200 : 429 });
}
