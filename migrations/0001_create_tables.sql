-- Timestamps are integer unix seconds (UTC) unless a name says _ms. JSON lives in TEXT columns.
-- Unknown is NULL, never a guess.

CREATE TABLE categories (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL UNIQUE,
  slug        TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL,
  created_at  INTEGER NOT NULL DEFAULT (unixepoch())
);

INSERT INTO categories (id, name, slug, description) VALUES
  (1,  'Programming & Development', 'programming-development', 'Software engineering and development'),
  (2,  'Project Management', 'project-management', 'Projects, programmes and delivery'),
  (3,  'Design', 'design', 'Product, visual and user experience design'),
  (4,  'Marketing', 'marketing', 'Marketing, growth and communications'),
  (5,  'Data Science & Analytics', 'data-science-analytics', 'Data, analytics and machine learning'),
  (6,  'DevOps & Infrastructure', 'devops-infrastructure', 'Operations, infrastructure and security'),
  (7,  'Customer Support', 'customer-support', 'Support and customer success'),
  (8,  'Sales', 'sales', 'Sales and business development'),
  (9,  'Product Management', 'product-management', 'Product strategy and management'),
  (10, 'Healthcare & Medical', 'healthcare-medical', 'Clinical and medical work'),
  (11, 'Administrative & Reception', 'administrative-reception', 'Office, assistance and administration'),
  (12, 'Education & Training', 'education-training', 'Teaching, training and curricula'),
  (13, 'Legal', 'legal', 'Law, contracts and compliance'),
  (14, 'Accounting & Finance', 'accounting-finance', 'Accounting, finance and tax'),
  (15, 'Human Resources', 'human-resources', 'People operations and recruiting'),
  (16, 'Writing & Content', 'writing-content', 'Writing, editing and content');

-- One row per posting. A posting that leaves its board is closed, not deleted.
CREATE TABLE jobs (
  id               INTEGER PRIMARY KEY,
  source_name      TEXT NOT NULL CHECK (source_name IN ('greenhouse', 'lever', 'remoteok', 'himalayas')),
  board            TEXT NOT NULL DEFAULT '',     -- the company's slug; '' for aggregators
  external_id      TEXT NOT NULL,                -- as the source gives it
  title            TEXT NOT NULL,
  company          TEXT NOT NULL,
  source_url       TEXT NOT NULL,
  location         TEXT,
  remote_type      TEXT NOT NULL DEFAULT 'fully_remote',
  remote_scope     TEXT,                         -- JSON array: country codes and regions, sorted
  category_id      INTEGER NOT NULL DEFAULT 1 REFERENCES categories (id),
  pay_range        TEXT,                         -- readable
  salary_min       INTEGER,                      -- major units, for salary_period
  salary_max       INTEGER,
  salary_currency  TEXT,                         -- ISO 4217
  salary_period    TEXT CHECK (salary_period IN ('year', 'month', 'week', 'day', 'hour')),
  post_date        INTEGER,                      -- when the source says it was posted
  expires_at       INTEGER,                      -- when the source says it ends
  description_raw  TEXT NOT NULL DEFAULT '',     -- HTML as the source gives it, untrusted
  description      TEXT,                         -- plain summary
  full_description TEXT,                         -- cleansed HTML; NULL until first viewed
  is_cleansed      INTEGER NOT NULL DEFAULT 0,
  content_hash     TEXT NOT NULL,                -- of what the source states, hex
  created_at       INTEGER NOT NULL DEFAULT (unixepoch()),  -- first seen
  updated_at       INTEGER NOT NULL DEFAULT (unixepoch()),  -- content last changed
  closed_at        INTEGER,                      -- NULL while open
  UNIQUE (source_name, board, external_id)
);

CREATE INDEX jobs_open_by_date ON jobs (coalesce(post_date, created_at) DESC, id DESC)
  WHERE closed_at IS NULL;
CREATE INDEX jobs_closed ON jobs (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX jobs_expiring ON jobs (expires_at) WHERE closed_at IS NULL AND expires_at IS NOT NULL;

-- One row per run, whatever its end. The id starts with the time of the run, so that its order is
-- the order of time, and with the lease under which it ran.
CREATE TABLE sync_history (
  id           TEXT PRIMARY KEY,
  sync_type    TEXT NOT NULL CHECK (sync_type IN ('ats', 'aggregator', 'discovery')),
  source       TEXT,
  company      TEXT,
  trigger      TEXT NOT NULL DEFAULT 'cron' CHECK (trigger IN ('cron', 'manual')),
  status       TEXT NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'success', 'failed')),
  started_at   INTEGER NOT NULL,
  completed_at INTEGER,
  stats        TEXT NOT NULL DEFAULT '{}',       -- the receipt
  logs         TEXT NOT NULL DEFAULT '[]',       -- [{timestamp, type, message}]
  error        TEXT
) WITHOUT ROWID;

CREATE INDEX sync_history_failed ON sync_history (id) WHERE status = 'failed';

-- Companies with a board. (source, slug, name) is enough to enter one by hand: it is due at once.
CREATE TABLE discovered_companies (
  source           TEXT NOT NULL CHECK (source IN ('greenhouse', 'lever')),
  slug             TEXT NOT NULL,
  name             TEXT NOT NULL DEFAULT '',
  status           TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'empty', 'gone', 'paused')),
  job_count        INTEGER NOT NULL DEFAULT 0,
  remote_job_count INTEGER NOT NULL DEFAULT 0,
  page_count       INTEGER NOT NULL DEFAULT 1,   -- requests the last listing took
  etag             TEXT NOT NULL DEFAULT '',
  body_hash        TEXT NOT NULL DEFAULT '',
  next_sync_at     INTEGER NOT NULL DEFAULT 0,
  last_synced_at   INTEGER,
  failures         INTEGER NOT NULL DEFAULT 0,   -- in a row
  last_error       TEXT,
  suspect_since    INTEGER NOT NULL DEFAULT 0,   -- a listing looked too small to be true
  created_at       INTEGER NOT NULL DEFAULT (unixepoch()),
  PRIMARY KEY (source, slug)
) WITHOUT ROWID;

-- Asked are active boards and, less often, empty ones.
CREATE INDEX discovered_companies_due ON discovered_companies (source, next_sync_at, slug)
  WHERE status IN ('active', 'empty');

-- Candidates that may have a board. A slug is enough to enter one by hand.
CREATE TABLE potential_companies (
  slug            TEXT NOT NULL PRIMARY KEY,
  status          TEXT NOT NULL DEFAULT 'pending'
                  CHECK (status IN ('pending', 'discovered', 'not_found', 'rejected')),
  check_count     INTEGER NOT NULL DEFAULT 0,
  last_checked_at INTEGER,
  next_check_at   INTEGER NOT NULL DEFAULT 0,
  last_error      TEXT,
  added_at        INTEGER NOT NULL DEFAULT (unixepoch())
) WITHOUT ROWID;

CREATE INDEX potential_companies_due ON potential_companies (next_check_at, slug)
  WHERE status IN ('pending', 'not_found');

-- One row per worker: where its rotation stands, and who holds its lease until when.
CREATE TABLE batch_state (
  worker      TEXT NOT NULL PRIMARY KEY CHECK (worker IN ('ats', 'aggregator', 'discovery')),
  cursor      TEXT NOT NULL DEFAULT '{}',
  lease_owner TEXT NOT NULL DEFAULT '',
  lease_until INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

INSERT INTO batch_state (worker) VALUES ('ats'), ('aggregator'), ('discovery');

-- One row per source, shared by all workers: the next free request slot, and rest after refusals.
CREATE TABLE source_state (
  source         TEXT NOT NULL PRIMARY KEY,
  next_slot_ms   INTEGER NOT NULL DEFAULT 0,
  cooldown_until INTEGER NOT NULL DEFAULT 0,
  failures       INTEGER NOT NULL DEFAULT 0,     -- refusals in a row
  last_error     TEXT
) WITHOUT ROWID;

INSERT INTO source_state (source) VALUES ('greenhouse'), ('lever'), ('remoteok'), ('himalayas');
