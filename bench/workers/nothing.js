/* A worker that does nothing: what a runtime costs by itself. */
export default {
  fetch: () => new Response('{}'),
};
