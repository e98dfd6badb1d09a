-- What the API reads: one index for listing, filtering and searching, and the record of changes.

-- What a posting pays at most in a year of full-time work, in its own currency; NULL where unstated.
ALTER TABLE jobs ADD COLUMN yearly_salary INTEGER GENERATED ALWAYS AS (
  coalesce(salary_max, salary_min) * CASE salary_period
    WHEN 'hour' THEN 2080 WHEN 'day' THEN 260 WHEN 'week' THEN 52 WHEN 'month' THEN 12 ELSE 1 END
) VIRTUAL;

-- The place in the list of newest postings: by date, then by id (below 2^30).
ALTER TABLE jobs ADD COLUMN list_key INTEGER GENERATED ALWAYS AS (
  coalesce(post_date, created_at) << 30 | id
) VIRTUAL;

-- The index answers newest-first lists under any filter by merging sorted lists of keys, so the
-- index by date alone has no reader left.
DROP INDEX jobs_open_by_date;
CREATE INDEX jobs_open_by_title ON jobs (title COLLATE NOCASE, id) WHERE closed_at IS NULL;
CREATE INDEX jobs_open_by_salary ON jobs (coalesce(yearly_salary, 0) DESC, id DESC)
  WHERE closed_at IS NULL;

CREATE INDEX jobs_by_url ON jobs (source_url);

DROP TRIGGER jobs_fts_insert;
DROP TRIGGER jobs_fts_delete;
DROP TRIGGER jobs_fts_update;
DROP TABLE jobs_fts;

-- A posting as the index sees it: its text, and one word per property that can be filtered by. Each
-- such word starts with #+ (no text does), then o (open) or x (closed), then: all; c category;
-- s source; n company or board (hex of the lower-case name); r remote scope; y yearly salary in
-- thousands, three digits.
CREATE VIEW job_documents AS
SELECT id, list_key, title, company, description,
  state || 'all ' || state || 'c' || category_id || ' ' || state || 's' || source_name
    || ' ' || state || 'n' || hex(lower(company))
    || iif(board = '', '', ' ' || state || 'n' || hex(lower(board)))
    || iif(json_valid(remote_scope), coalesce((
         SELECT group_concat(' ' || state || 'r' || replace(value, '_', ''), '')
         FROM json_each(remote_scope)), ''), '')
    || iif(yearly_salary IS NULL, '',
         ' ' || state || 'y' || printf('%03d', min(999, yearly_salary / 1000))) AS facets
FROM (SELECT *, iif(closed_at IS NULL, '#+o', '#+x') AS state FROM jobs);

-- Without content of its own. To rebuild it: drop it and jobs_terms, run the statements below up to
-- the triggers (a database export refuses virtual tables).
CREATE VIRTUAL TABLE jobs_fts USING fts5 (
  title, company, description, facets,
  content = '',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);
CREATE VIRTUAL TABLE jobs_terms USING fts5vocab (jobs_fts, row);

INSERT INTO jobs_fts (rowid, title, company, description, facets)
SELECT list_key, title, company, description, facets FROM job_documents;

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

-- What became of each posting, in order: what a mirror follows, and a posting's history. The last
-- change of a posting outlives it, so that a mirror learns of its end however late it asks.
CREATE TABLE job_changes (
  seq        INTEGER PRIMARY KEY,
  job_id     INTEGER NOT NULL,
  change     TEXT NOT NULL CHECK (change IN ('opened', 'changed', 'closed')),
  fields     TEXT NOT NULL DEFAULT '',           -- what changed, separated by commas
  changed_at INTEGER NOT NULL
);
CREATE INDEX job_changes_of_job ON job_changes (job_id, seq);

INSERT INTO job_changes (job_id, change, changed_at)
SELECT id, iif(closed_at IS NULL, 'opened', 'closed'), coalesce(closed_at, created_at)
FROM jobs ORDER BY coalesce(closed_at, created_at), id;

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

-- A row that goes ends as closed, and only that end is kept.
CREATE TRIGGER job_changes_deleted AFTER DELETE ON jobs BEGIN
  INSERT INTO job_changes (job_id, change, changed_at)
  SELECT old.id, 'closed', unixepoch() WHERE old.closed_at IS NULL;
  DELETE FROM job_changes WHERE job_id = old.id
    AND seq < (SELECT max(seq) FROM job_changes WHERE job_id = old.id);
END;

-- A posting that changes all the time keeps its last twenty changes.
CREATE TRIGGER job_changes_bounded AFTER INSERT ON job_changes BEGIN
  DELETE FROM job_changes WHERE job_id = new.job_id AND seq <= (
    SELECT seq FROM job_changes WHERE job_id = new.job_id ORDER BY seq DESC LIMIT 1 OFFSET 20);
END;

-- Postings that came and went per day and source, counted once per run that moved any.
CREATE TABLE job_days (
  day    INTEGER NOT NULL,                       -- days since 1970-01-01, UTC
  source TEXT NOT NULL,
  added  INTEGER NOT NULL DEFAULT 0,
  closed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, source)
) WITHOUT ROWID;

CREATE TRIGGER job_days_count AFTER UPDATE OF status ON sync_history
WHEN old.status = 'running' AND new.status <> 'running' AND json_valid(new.stats)
  AND coalesce(new.stats ->> '$.added', 0) + coalesce(new.stats ->> '$.closed', 0) > 0 BEGIN
  INSERT INTO job_days (day, source, added, closed)
  VALUES (coalesce(new.completed_at, unixepoch()) / 86400, coalesce(new.source, ''),
    coalesce(new.stats ->> '$.added', 0), coalesce(new.stats ->> '$.closed', 0))
  ON CONFLICT (day, source) DO UPDATE SET
    added = added + excluded.added, closed = closed + excluded.closed;
END;
