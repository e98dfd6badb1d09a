import { WorkerEntrypoint } from 'cloudflare:workers';

/* Stands in for a sync worker: answers a tick with a report that names the company it was asked for. */
export class Sync extends WorkerEntrypoint {
  tick(company) {
    const { source = 'lever', slug = 'asked' } = company ?? {};
    const stats = { jobsAdded: 1, jobsUpdated: 0, jobsDeleted: 0, duration: 5 };
    return { outcome: 'worked', runs: [{ id: 'r', source, company: slug, status: 'success', stats }] };
  }

  payload({ slug }) {
    return slug === 'acme' ? { payload: '{"jobs": [' } : { error: 'timeout: The source took too long' };
  }
}

export default {
  fetch: () => new Response(null, { status: 404 }),
};
