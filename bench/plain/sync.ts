import { createHash } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { categorize } from './categories';
import { payIn } from './pay';
import type { Posting } from './posting';
import { type Company, type NewJob, companies, jobs, syncHistory } from './schema';
import { remoteScope } from './scope';
import { type SourceName, sources } from './sources';
import { firstWords, textOf } from './text';

export interface Env {
  DB: D1Database;
  GREENHOUSE_API?: string;
  LEVER_API?: string;
  REMOTEOK_API?: string;
  ASHBY_API?: string;
  RECRUITEE_API?: string;
  WORKABLE_API?: string;
  JOBICY_API?: string;
}

type Database = DrizzleD1Database;
type Statement = BatchItem<'sqlite'>;

const SYNC_INTERVAL_S = 4 * 3600;
const COMPANIES_PER_TICK = 10;
const SUMMARY_WORDS = 200;
/** D1 binds at most 100 values per statement; a job has 20 and the update two of its own, an id is one. */
const JOBS_PER_STATEMENT = Math.floor((100 - 2) / 20);
const IDS_PER_STATEMENT = 90;

const now = () => Math.floor(Date.now() / 1000);

const baseUrl = (env: Env, source: SourceName, slug: string) =>
  ({
    greenhouse: env.GREENHOUSE_API ?? 'https://boards-api.greenhouse.io',
    lever: env.LEVER_API ?? 'https://api.lever.co',
    remoteok: env.REMOTEOK_API ?? 'https://remoteok.com',
    ashby: env.ASHBY_API ?? 'https://api.ashbyhq.com',
    recruitee: env.RECRUITEE_API ?? `https://${slug}.recruitee.com`,
    workable: env.WORKABLE_API ?? 'https://apply.workable.com',
    jobicy: env.JOBICY_API ?? 'https://jobicy.com',
  })[source];

function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** The hash of a posting as its source states it, so that nothing needs to be derived of an unchanged one. */
const hashOf = (posting: Posting) => createHash('sha256').update(JSON.stringify(posting)).digest('hex');

function toJob(posting: Posting, contentHash: string, source: SourceName, board: string, time: number): NewJob {
  const html = sources[source].html(posting.description);
  const text = textOf(html);
  const stated = posting.salaryMax !== null || posting.salaryMin !== null;
  const pay = stated ? null : payIn(text);
  return {
    source,
    board,
    externalId: posting.externalId,
    title: posting.title,
    company: posting.company,
    url: posting.url,
    location: posting.location,
    categoryId: categorize(posting.title, posting.tags, text),
    salaryMin: pay?.min ?? posting.salaryMin,
    salaryMax: pay?.max ?? posting.salaryMax,
    salaryCurrency: pay?.currency ?? posting.salaryCurrency,
    salaryPeriod: pay?.period ?? null,
    remoteScope: remoteScope(posting.location, text),
    postDate: posting.postDate,
    descriptionRaw: html,
    description: firstWords(text, SUMMARY_WORDS),
    contentHash,
    createdAt: time,
    updatedAt: time,
    closedAt: null,
  };
}

const excluded = (column: string) => sql.raw(`excluded.${column}`);

const upsert = (db: Database, rows: NewJob[]): Statement =>
  db
    .insert(jobs)
    .values(rows)
    .onConflictDoUpdate({
      target: [jobs.source, jobs.board, jobs.externalId],
      set: {
        title: excluded('title'),
        company: excluded('company'),
        url: excluded('url'),
        location: excluded('location'),
        categoryId: excluded('category_id'),
        salaryMin: excluded('salary_min'),
        salaryMax: excluded('salary_max'),
        salaryCurrency: excluded('salary_currency'),
        salaryPeriod: excluded('salary_period'),
        remoteScope: excluded('remote_scope'),
        postDate: excluded('post_date'),
        descriptionRaw: excluded('description_raw'),
        description: excluded('description'),
        fullDescription: null,
        contentHash: excluded('content_hash'),
        updatedAt: excluded('updated_at'),
        closedAt: null,
      },
    });

const close = (db: Database, ids: number[], time: number): Statement =>
  db.update(jobs).set({ closedAt: time }).where(inArray(jobs.id, ids));

function knownJobs(db: Database, source: SourceName, board: string) {
  return db
    .select({ id: jobs.id, externalId: jobs.externalId, contentHash: jobs.contentHash, closedAt: jobs.closedAt })
    .from(jobs)
    .where(and(eq(jobs.source, source), eq(jobs.board, board)));
}

async function fetchListing(env: Env, source: SourceName, company: Company) {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'user-agent': 'SpearyxJobBot/1.0 (https://jobs.spearyx.com)',
  };
  if (company.etag) headers['if-none-match'] = company.etag;
  const url = sources[source].url(baseUrl(env, source, company.slug), company.slug);
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) });
  if (response.status === 304) return null;
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return { body: await response.json(), etag: response.headers.get('etag') };
}

interface Stats {
  added: number;
  updated: number;
  unchanged: number;
  closed: number;
}

/** The statements that bring a board's jobs up to date with its listing: only what changed is written. */
async function takeOver(db: Database, source: SourceName, board: string, postings: Posting[]) {
  const time = now();
  const known = new Map((await knownJobs(db, source, board)).map((job) => [job.externalId, job]));
  const stats: Stats = { added: 0, updated: 0, unchanged: 0, closed: 0 };
  const rows: NewJob[] = [];
  const listed = new Set<string>();
  for (const posting of postings) {
    listed.add(posting.externalId);
    const hash = hashOf(posting);
    const job = known.get(posting.externalId);
    if (job?.contentHash === hash && job.closedAt === null) {
      stats.unchanged += 1;
      continue;
    }
    stats[job ? 'updated' : 'added'] += 1;
    rows.push(toJob(posting, hash, source, board, time));
  }
  // A job that leaves RemoteOK's feed may still be open: the feed is a window.
  const gone =
    source === 'remoteok'
      ? []
      : [...known.values()].filter((job) => job.closedAt === null && !listed.has(job.externalId));
  stats.closed = gone.length;
  const statements = [
    ...chunks(rows, JOBS_PER_STATEMENT).map((chunk) => upsert(db, chunk)),
    ...chunks(gone, IDS_PER_STATEMENT).map((chunk) => close(db, chunk.map(({ id }) => id), time)),
  ];
  return { stats, statements };
}

/** Syncs one company, or RemoteOK's feed, and stores the outcome in one transaction. */
export async function sync(env: Env, source: SourceName, slug: string): Promise<Stats> {
  const db = drizzle(env.DB);
  const startedAt = now();
  const isCompany = and(eq(companies.source, source), eq(companies.slug, slug));
  const [company] = await db.select().from(companies).where(isCompany);
  if (!company) throw new Error(`There is no company ${slug} at ${source}`);
  let stats: Stats = { added: 0, updated: 0, unchanged: 0, closed: 0 };
  const statements: Statement[] = [];
  let state: Partial<Company> = {};
  let failure: string | null = null;
  try {
    const listing = await fetchListing(env, source, company);
    if (listing) {
      const { total, postings } = sources[source].read(listing.body, company);
      const taken = await takeOver(db, source, slug, postings);
      stats = taken.stats;
      statements.push(...taken.statements);
      state = { etag: listing.etag, jobCount: total };
    }
  } catch (error) {
    failure = String(error);
  }
  const completedAt = now();
  await db.batch([
    db
      .update(companies)
      .set({ ...state, lastSyncedAt: completedAt, nextSyncAt: completedAt + SYNC_INTERVAL_S })
      .where(isCompany),
    ...statements,
    db.insert(syncHistory).values({
      id: crypto.randomUUID(),
      source,
      company: slug,
      status: failure ? 'failed' : 'success',
      startedAt,
      completedAt,
      stats,
      error: failure,
    }),
  ]);
  if (failure) console.error({ event: 'sync', source, slug, failure });
  else console.log({ event: 'sync', source, slug, ...stats });
  return stats;
}

/** Syncs the companies that have waited longest, one after the other. */
export async function syncDue(env: Env): Promise<void> {
  const due = await drizzle(env.DB)
    .select({ source: companies.source, slug: companies.slug })
    .from(companies)
    .where(sql`${companies.nextSyncAt} <= ${now()}`)
    .orderBy(companies.nextSyncAt)
    .limit(COMPANIES_PER_TICK);
  for (const { source, slug } of due) await sync(env, source as SourceName, slug);
}
