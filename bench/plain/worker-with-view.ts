import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { cleanse } from './sanitize';
import { jobs } from './schema';
import type { Env } from './sync';
import worker from './worker';

/** The same worker, with the page that cleanses a description when it is first viewed. */
export default {
  ...worker,

  async fetch(request, env) {
    const id = Number(new URL(request.url).searchParams.get('id'));
    const db = drizzle(env.DB);
    const [job] = await db.select().from(jobs).where(eq(jobs.id, id));
    if (!job) return new Response('There is no such job\n', { status: 404 });
    if (job.fullDescription !== null) return Response.json({ content: job.fullDescription });
    const content = cleanse(job.descriptionRaw);
    await db.update(jobs).set({ fullDescription: content }).where(eq(jobs.id, id));
    return Response.json({ content });
  },
} satisfies ExportedHandler<Env>;
