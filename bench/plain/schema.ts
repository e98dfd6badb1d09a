import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/* schema.sql, as drizzle sees it. */

export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey(),
    source: text('source').notNull(),
    board: text('board').notNull(),
    externalId: text('external_id').notNull(),
    title: text('title').notNull(),
    company: text('company').notNull(),
    url: text('url').notNull(),
    location: text('location'),
    categoryId: integer('category_id').notNull(),
    salaryMin: integer('salary_min'),
    salaryMax: integer('salary_max'),
    salaryCurrency: text('salary_currency'),
    salaryPeriod: text('salary_period'),
    remoteScope: text('remote_scope'),
    postDate: integer('post_date'),
    descriptionRaw: text('description_raw').notNull(),
    description: text('description').notNull(),
    fullDescription: text('full_description'),
    contentHash: text('content_hash').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (table) => [
    uniqueIndex('jobs_key').on(table.source, table.board, table.externalId),
    index('jobs_open_by_date').on(table.postDate),
  ],
);

export const companies = sqliteTable(
  'companies',
  {
    source: text('source').notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    etag: text('etag'),
    jobCount: integer('job_count').notNull().default(0),
    nextSyncAt: integer('next_sync_at').notNull().default(0),
    lastSyncedAt: integer('last_synced_at'),
  },
  (table) => [primaryKey({ columns: [table.source, table.slug] })],
);

export const syncHistory = sqliteTable('sync_history', {
  id: text('id').primaryKey(),
  source: text('source').notNull(),
  company: text('company').notNull(),
  status: text('status', { enum: ['success', 'failed'] }).notNull(),
  startedAt: integer('started_at').notNull(),
  completedAt: integer('completed_at').notNull(),
  stats: text('stats', { mode: 'json' }).notNull(),
  error: text('error'),
});

export type Company = typeof companies.$inferSelect;
export type NewJob = typeof jobs.$inferInsert;
