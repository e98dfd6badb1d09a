-- The plain worker's own database: the same facts, with the keys and indexes that its queries use.
CREATE TABLE jobs (
  id              INTEGER PRIMARY KEY,
  source          TEXT NOT NULL,
  board           TEXT NOT NULL,
  external_id     TEXT NOT NULL,
  title           TEXT NOT NULL,
  company         TEXT NOT NULL,
  url             TEXT NOT NULL,
  location        TEXT,
  category_id     INTEGER NOT NULL,
  salary_min      INTEGER,
  salary_max      INTEGER,
  salary_currency TEXT,
  salary_period   TEXT,
  remote_scope    TEXT,
  post_date       INTEGER,
  description_raw TEXT NOT NULL,
  description     TEXT NOT NULL,
  full_description TEXT,
  content_hash    TEXT NOT NULL,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  closed_at       INTEGER
);
CREATE UNIQUE INDEX jobs_key ON jobs (source, board, external_id);
CREATE INDEX jobs_open_by_date ON jobs (post_date DESC) WHERE closed_at IS NULL;

CREATE TABLE companies (
  source         TEXT NOT NULL,
  slug           TEXT NOT NULL,
  name           TEXT NOT NULL,
  etag           TEXT,
  job_count      INTEGER NOT NULL DEFAULT 0,
  next_sync_at   INTEGER NOT NULL DEFAULT 0,
  last_synced_at INTEGER,
  PRIMARY KEY (source, slug)
) WITHOUT ROWID;

CREATE TABLE sync_history (
  id           TEXT PRIMARY KEY,
  source       TEXT NOT NULL,
  company      TEXT NOT NULL,
  status       TEXT NOT NULL,
  started_at   INTEGER NOT NULL,
  completed_at INTEGER NOT NULL,
  stats        TEXT NOT NULL,
  error        TEXT
) WITHOUT ROWID;
