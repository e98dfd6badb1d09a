/* Asks the ATS worker for a tick, as the API does: through a service binding to its `Sync` entrypoint. */
export default {
  /** The body may name a company: `{"source", "slug"}`. */
  async fetch(request, env) {
    const text = await request.text();
    return Response.json(await env.SYNC.tick(text ? JSON.parse(text) : undefined));
  },
};
