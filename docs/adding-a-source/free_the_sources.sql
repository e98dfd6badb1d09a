-- The migration that comes before that of the first further source (adding-a-source.md): from here on
-- source_state alone says which sources there are. SQLite cannot change a CHECK, so that both tables that
-- have one are built anew. Ids stay, and with them the search index.

-- Postings are written by the sync alone, which takes their source from its own table.
DROP VIEW job_documents;

CREATE TABLE jobs_anew (
  id               INTEGER PRIMARY KEY,
  source_name      TEXT NOT NULL,
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
  last_seen_at     INTEGER,                      -- NULL: when its content last changed
  yearly_salary    INTEGER GENERATED ALWAYS AS (
    coalesce(salary_max, salary_min) * CASE salary_period
      WHEN 'hour' THEN 2080 WHEN 'day' THEN 260 WHEN 'week' THEN 52 WHEN 'month' THEN 12 ELSE 1 END
  ) VIRTUAL,
  list_key         INTEGER GENERATED ALWAYS AS (
    coalesce(post_date, created_at) << 30 | id
  ) VIRTUAL,
  UNIQUE (source_name, board, external_id)
);

-- Copied in 32 parts, each well below what D1 lets one statement take.
CREATE TABLE jobs_parts (part INTEGER PRIMARY KEY);
CREATE TRIGGER jobs_parts_copy AFTER INSERT ON jobs_parts BEGIN
  INSERT INTO jobs_anew (id, source_name, board, external_id, title, company, source_url, location,
    remote_type, remote_scope, category_id, pay_range, salary_min, salary_max, salary_currency,
    salary_period, post_date, expires_at, description_raw, description, full_description,
    is_cleansed, content_hash, created_at, updated_at, closed_at, last_seen_at)
  SELECT id, source_name, board, external_id, title, company, source_url, location,
    remote_type, remote_scope, category_id, pay_range, salary_min, salary_max, salary_currency,
    salary_period, post_date, expires_at, description_raw, description, full_description,
    is_cleansed, content_hash, created_at, updated_at, closed_at, last_seen_at
  FROM jobs
  WHERE id > (SELECT max(id) FROM jobs) * (new.part - 1) / 32
    AND id <= (SELECT max(id) FROM jobs) * new.part / 32
  ORDER BY id;
END;

INSERT INTO jobs_parts VALUES (1);
INSERT INTO jobs_parts VALUES (2);
INSERT INTO jobs_parts VALUES (3);
INSERT INTO jobs_parts VALUES (4);
INSERT INTO jobs_parts VALUES (5);
INSERT INTO jobs_parts VALUES (6);
INSERT INTO jobs_parts VALUES (7);
INSERT INTO jobs_parts VALUES (8);
INSERT INTO jobs_parts VALUES (9);
INSERT INTO jobs_parts VALUES (10);
INSERT INTO jobs_parts VALUES (11);
INSERT INTO jobs_parts VALUES (12);
INSERT INTO jobs_parts VALUES (13);
INSERT INTO jobs_parts VALUES (14);
INSERT INTO jobs_parts VALUES (15);
INSERT INTO jobs_parts VALUES (16);
INSERT INTO jobs_parts VALUES (17);
INSERT INTO jobs_parts VALUES (18);
INSERT INTO jobs_parts VALUES (19);
INSERT INTO jobs_parts VALUES (20);
INSERT INTO jobs_parts VALUES (21);
INSERT INTO jobs_parts VALUES (22);
INSERT INTO jobs_parts VALUES (23);
INSERT INTO jobs_parts VALUES (24);
INSERT INTO jobs_parts VALUES (25);
INSERT INTO jobs_parts VALUES (26);
INSERT INTO jobs_parts VALUES (27);
INSERT INTO jobs_parts VALUES (28);
INSERT INTO jobs_parts VALUES (29);
INSERT INTO jobs_parts VALUES (30);
INSERT INTO jobs_parts VALUES (31);
INSERT INTO jobs_parts VALUES (32);

DROP TABLE jobs_parts;
DROP TABLE jobs;
ALTER TABLE jobs_anew RENAME TO jobs;

CREATE INDEX jobs_closed ON jobs (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX jobs_expiring ON jobs (expires_at) WHERE closed_at IS NULL AND expires_at IS NOT NULL;
CREATE INDEX jobs_by_sight ON jobs (coalesce(last_seen_at, updated_at))
  WHERE closed_at IS NULL AND source_name = 'remoteok';
CREATE INDEX jobs_open_by_title ON jobs (title COLLATE NOCASE, id) WHERE closed_at IS NULL;
CREATE INDEX jobs_open_by_salary ON jobs (coalesce(yearly_salary, 0) DESC, id DESC)
  WHERE closed_at IS NULL;
CREATE INDEX jobs_by_url ON jobs (source_url);
CREATE INDEX jobs_uncleansed ON jobs (is_cleansed) WHERE is_cleansed = 0 AND closed_at IS NULL;

CREATE VIEW job_documents AS
SELECT id, list_key, title, company, description,
  (SELECT group_concat(state || value, ' ') FROM json_each(json_array('all', c, s, c || '+' || s)))
  || (SELECT group_concat(' ' || state || 'n' || hex(lower(n.value)) || c.value, '')
      FROM json_each(iif(board = '', json_array(company), json_array(company, board))) AS n,
        json_each(json_array('', '+' || c)) AS c)
  || coalesce((SELECT group_concat(' ' || state || p.value || 'r' || replace(r.value, '_', ''), '')
      FROM json_each(iif(json_valid(remote_scope), remote_scope, '[]')) AS r,
        json_each(json_array('', c || '+', s || '+', c || '+' || s || '+')) AS p), '')
  || coalesce((SELECT group_concat(' ' || state || 'y' || key || '+' || (salary / value), '')
      FROM json_each('[1,4,16,64,256]') WHERE salary IS NOT NULL), '')
  || (SELECT group_concat(' ' || state || 'd' || key || '+' || (day / value), '')
      FROM json_each('[1,4,16,64,256,1024]')) AS facets
FROM (SELECT *, iif(closed_at IS NULL, '#+o', '#+x') AS state,
    'c' || category_id AS c, 's' || source_name AS s,
    CAST(min(1023, max(0, yearly_salary) / 1000) AS INTEGER) AS salary,
    CAST(max(0, coalesce(post_date, created_at)) / 86400 AS INTEGER) AS day FROM jobs);

CREATE TRIGGER jobs_fts_insert AFTER INSERT ON jobs BEGIN
  INSERT INTO jobs_fts (rowid, title, company, description, facets)
  SELECT list_key, title, company, description, facets FROM job_documents WHERE id = new.id;
END;

CREATE TRIGGER jobs_fts_delete BEFORE DELETE ON jobs BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description, facets)
  SELECT 'delete', list_key, title, company, description, facets
  FROM job_documents WHERE id = old.id;
END;

-- The condition names no generated column: before an update theirs are not computed yet.
CREATE TRIGGER jobs_fts_before_update BEFORE UPDATE ON jobs
WHEN old.title IS NOT new.title OR old.company IS NOT new.company
  OR old.description IS NOT new.description OR old.category_id IS NOT new.category_id
  OR old.remote_scope IS NOT new.remote_scope OR old.salary_min IS NOT new.salary_min
  OR old.salary_max IS NOT new.salary_max OR old.salary_period IS NOT new.salary_period
  OR old.post_date IS NOT new.post_date OR old.created_at <> new.created_at OR old.id <> new.id
  OR old.source_name <> new.source_name OR old.board <> new.board
  OR (old.closed_at IS NULL) IS NOT (new.closed_at IS NULL)
BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description, facets)
  SELECT 'delete', list_key, title, company, description, facets
  FROM job_documents WHERE id = old.id;
END;

CREATE TRIGGER jobs_fts_after_update AFTER UPDATE ON jobs
WHEN old.title IS NOT new.title OR old.company IS NOT new.company
  OR old.description IS NOT new.description OR old.category_id IS NOT new.category_id
  OR old.remote_scope IS NOT new.remote_scope OR old.salary_min IS NOT new.salary_min
  OR old.salary_max IS NOT new.salary_max OR old.salary_period IS NOT new.salary_period
  OR old.post_date IS NOT new.post_date OR old.created_at <> new.created_at OR old.id <> new.id
  OR old.source_name <> new.source_name OR old.board <> new.board
  OR (old.closed_at IS NULL) IS NOT (new.closed_at IS NULL)
BEGIN
  INSERT INTO jobs_fts (rowid, title, company, description, facets)
  SELECT list_key, title, company, description, facets FROM job_documents WHERE id = new.id;
END;

CREATE TRIGGER job_changes_opened AFTER INSERT ON jobs WHEN new.closed_at IS NULL BEGIN
  INSERT INTO job_changes (job_id, change, changed_at) VALUES (new.id, 'opened', new.created_at);
END;

CREATE TRIGGER job_changes_closed AFTER UPDATE OF closed_at ON jobs
WHEN old.closed_at IS NULL AND new.closed_at IS NOT NULL BEGIN
  INSERT INTO job_changes (job_id, change, changed_at) VALUES (new.id, 'closed', new.closed_at);
END;

CREATE TRIGGER job_changes_reopened AFTER UPDATE OF closed_at ON jobs
WHEN old.closed_at IS NOT NULL AND new.closed_at IS NULL BEGIN
  INSERT INTO job_changes (job_id, change, changed_at)
  VALUES (new.id, 'opened', max(old.closed_at, new.updated_at, unixepoch()));
END;

CREATE TRIGGER job_changes_changed AFTER UPDATE OF content_hash ON jobs
WHEN old.content_hash <> new.content_hash AND old.closed_at IS NULL AND new.closed_at IS NULL BEGIN
  INSERT INTO job_changes (job_id, change, fields, changed_at)
  SELECT new.id, 'changed', trim(fields, ','), new.updated_at
  FROM (SELECT iif(old.title IS new.title, '', 'title,')
    || iif(old.company IS new.company, '', 'company,')
    || iif(old.source_url IS new.source_url, '', 'sourceUrl,')
    || iif(old.location IS new.location, '', 'location,')
    || iif(old.remote_scope IS new.remote_scope, '', 'remoteScope,')
    || iif(old.category_id IS new.category_id, '', 'category,')
    || iif(old.pay_range IS new.pay_range AND old.yearly_salary IS new.yearly_salary, '', 'pay,')
    || iif(old.post_date IS new.post_date, '', 'postDate,')
    || iif(old.expires_at IS new.expires_at, '', 'expiresAt,')
    || iif(old.description_raw IS new.description_raw, '', 'description,') AS fields)
  WHERE fields <> '';
END;

CREATE TRIGGER job_changes_deleted AFTER DELETE ON jobs BEGIN
  INSERT INTO job_changes (job_id, change, changed_at)
  SELECT old.id, 'closed', unixepoch() WHERE old.closed_at IS NULL;
  DELETE FROM job_changes WHERE job_id = old.id
    AND seq < (SELECT max(seq) FROM job_changes WHERE job_id = old.id);
END;

-- Companies are entered by hand, too; boards have the sources that are not feeds.
CREATE TABLE discovered_companies_anew (
  source           TEXT NOT NULL REFERENCES source_state (source)
                   CHECK (source NOT IN ('remoteok', 'himalayas')),
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
  slug_key TEXT GENERATED ALWAYS AS
    (replace(replace(replace(replace(replace(lower(slug), ' ', ''), '-', ''), '_', ''), '.', ''), ',', ''))
    VIRTUAL,
  PRIMARY KEY (source, slug)
) WITHOUT ROWID;

INSERT INTO discovered_companies_anew (source, slug, name, status, job_count, remote_job_count,
  page_count, etag, body_hash, next_sync_at, last_synced_at, failures, last_error, suspect_since,
  created_at)
SELECT source, slug, name, status, job_count, remote_job_count, page_count, etag, body_hash,
  next_sync_at, last_synced_at, failures, last_error, suspect_since, created_at
FROM discovered_companies;

DROP TABLE discovered_companies;
ALTER TABLE discovered_companies_anew RENAME TO discovered_companies;

CREATE INDEX discovered_companies_due ON discovered_companies (source, next_sync_at, slug)
  WHERE status IN ('active', 'empty');
CREATE INDEX discovered_companies_key ON discovered_companies (slug_key);

CREATE TRIGGER company_counts_insert AFTER INSERT ON discovered_companies BEGIN
  INSERT INTO company_counts VALUES (new.source, new.status, new.failures > 0, 1)
  ON CONFLICT DO UPDATE SET companies = companies + 1;
END;
CREATE TRIGGER company_counts_delete AFTER DELETE ON discovered_companies BEGIN
  UPDATE company_counts SET companies = companies - 1
  WHERE source = old.source AND status = old.status AND is_failing = (old.failures > 0);
END;
CREATE TRIGGER company_counts_update AFTER UPDATE OF source, status, failures ON discovered_companies
WHEN old.source <> new.source OR old.status <> new.status
  OR (old.failures > 0) <> (new.failures > 0)
BEGIN
  UPDATE company_counts SET companies = companies - 1
  WHERE source = old.source AND status = old.status AND is_failing = (old.failures > 0);
  INSERT INTO company_counts VALUES (new.source, new.status, new.failures > 0, 1)
  ON CONFLICT DO UPDATE SET companies = companies + 1;
END;
