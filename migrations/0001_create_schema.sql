-- The whole schema, in the order in which a posting meets it: categories · jobs · search · changes ·
-- companies · candidates · workers. Timestamps are integer unix seconds (UTC) unless a name says _ms.
-- JSON lives in TEXT columns. Unknown is NULL, never a guess. No statement here names a source: which
-- there are stands in wasm/model/source.h. A CHECK lists values by OR: D1 counts the look into an IN
-- list of three or more as a row read.

-- ── Categories ─────────────────────────────────────────────────────────────────────────────────

-- The rows are constants of wasm/normalize/category/category.h, here for whoever queries the database.
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
  (16, 'Writing & Content', 'writing-content', 'Writing, editing and content'),
  (17, 'Other', 'other', 'Work of another kind, or of an unknown one');

-- ── Jobs ───────────────────────────────────────────────────────────────────────────────────────

-- One row per posting. A posting that leaves its board is closed, not deleted. The long text comes
-- last: SQLite reads a row from its beginning, and lists do without it.
CREATE TABLE jobs (
  id               INTEGER PRIMARY KEY,
  source_name      TEXT NOT NULL,
  board            TEXT NOT NULL DEFAULT '',     -- the company's slug; '' for feeds
  external_id      TEXT NOT NULL,                -- as the source gives it
  title            TEXT NOT NULL,
  company          TEXT NOT NULL,
  company_key      TEXT,                         -- equal for the spellings of one name; NULL: the name itself
  source_url       TEXT NOT NULL,
  location         TEXT,
  remote_type      TEXT NOT NULL DEFAULT 'fully_remote',
  remote_scope     TEXT,                         -- JSON array: country codes and regions, sorted
  category_id      INTEGER NOT NULL DEFAULT 17 REFERENCES categories (id),
  pay_range        TEXT,                         -- readable
  salary_min       REAL,                         -- major units, for salary_period
  salary_max       REAL,
  salary_currency  TEXT,                         -- ISO 4217
  salary_period    TEXT,                         -- year, month, week, day or hour
  salary_usd_year  INTEGER,                      -- US dollars a year, at most; NULL: unknown
  level            TEXT,                         -- intern, junior, mid, senior, lead or executive
  employment_type  TEXT,                         -- full-time, part-time, contract, temporary or internship
  utc_offset_min   INTEGER,                      -- time zones it may be done in, in minutes from UTC
  utc_offset_max   INTEGER,
  post_date        INTEGER,                      -- when the source says it was posted
  expires_at       INTEGER,                      -- when the source says it ends
  content_hash     TEXT NOT NULL,                -- of what the source states, hex
  created_at       INTEGER NOT NULL DEFAULT (unixepoch()),  -- first seen
  updated_at       INTEGER NOT NULL DEFAULT (unixepoch()),  -- content last changed
  last_seen_at     INTEGER,                      -- in its feed, to the day; NULL: when it last changed
  closed_at        INTEGER,                      -- NULL while open
  -- Roles: see below.
  leader_id        INTEGER,                      -- NULL: leads its role, or is alone, or closed
  copies           INTEGER NOT NULL DEFAULT 0,   -- open postings that it leads
  places           TEXT,                         -- JSON array: locations of its role, where it leads others
  is_role_by_hand  INTEGER NOT NULL DEFAULT 0,   -- key and text were set by a split or a join
  role_key         INTEGER,                      -- of employer and title; negative after a split
  role_text        TEXT NOT NULL DEFAULT '',     -- sketch of the description: wasm/model/role.h
  reposts          INTEGER NOT NULL DEFAULT 0,   -- how often it was opened again after a close
  role_since       INTEGER,                      -- first seen under another id, then closed
  -- The place in the list of newest postings: by date, then by id (below 2^30).
  list_key         INTEGER GENERATED ALWAYS AS (coalesce(post_date, created_at) << 30 | id) VIRTUAL,
  -- o: open and shown, since it leads its role; k: open, a copy within its role; x: closed.
  state            TEXT GENERATED ALWAYS AS (CASE WHEN closed_at IS NOT NULL THEN 'x'
                     WHEN leader_id IS NULL THEN 'o' ELSE 'k' END) VIRTUAL,
  -- JSON array of what it is counted as: its scopes (or unknown), level and employment type.
  marks            TEXT GENERATED ALWAYS AS (json_insert(
                     iif(json_valid(remote_scope) AND remote_scope <> '[]', remote_scope, '["unknown"]'),
                     '$[#]', level, '$[#]', employment_type)) VIRTUAL,
  description      TEXT,                         -- plain summary
  description_raw  TEXT NOT NULL DEFAULT '',     -- HTML as the source gives it, untrusted; '' long after a close
  UNIQUE (source_name, board, external_id)
);

-- What each index costs a posting, and who reads it, stands in docs/decisions/0024-seven-rows-a-posting.md.
CREATE INDEX jobs_shown_by_salary ON jobs (salary_usd_year DESC, id DESC)
  WHERE state = 'o' AND salary_usd_year IS NOT NULL;
CREATE INDEX jobs_closed ON jobs (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX jobs_closed_with_text ON jobs (closed_at)
  WHERE closed_at IS NOT NULL AND description_raw <> '';
CREATE INDEX jobs_expiring ON jobs (expires_at) WHERE closed_at IS NULL AND expires_at IS NOT NULL;

-- Open postings of one key with texts alike are one role. Its leader is the first of them: an employer's
-- own posting before one of a feed, then by id. Every statement that opens, changes or closes postings is
-- followed by `place_roles` (wasm/store/roles.cc). A closed posting that comes back under another id
-- tells it by its key.
CREATE INDEX jobs_by_role ON jobs (role_key, board = '', id) WHERE closed_at IS NULL;
CREATE INDEX jobs_closed_by_role ON jobs (role_key, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX jobs_role_by_hand ON jobs (source_name, board) WHERE is_role_by_hand = 1;

-- A feed is a window: a posting that leaves it may still be open, so it closes only when it has not
-- been seen for long. Postings of boards need no such mark; their listings are complete.
CREATE INDEX jobs_by_sight ON jobs (source_name, coalesce(last_seen_at, updated_at))
  WHERE closed_at IS NULL AND board = '';

-- How many postings are shown, by what they are filtered by: counting them would be a walk along all of
-- them. `marked` is {mark: postings}, of `jobs.marks`. What changes a count is one row that goes into
-- `shown_moves` and does not stay there.
CREATE TABLE shown_counts (
  source      TEXT NOT NULL,
  category_id INTEGER NOT NULL,
  postings    INTEGER NOT NULL,
  marked      TEXT NOT NULL,
  PRIMARY KEY (source, category_id)
) WITHOUT ROWID;

CREATE TABLE shown_moves (source TEXT, category_id INTEGER, marks TEXT, step INTEGER);

-- A null of a patch takes a member away.
CREATE TRIGGER shown_counts_move BEFORE INSERT ON shown_moves BEGIN
  INSERT INTO shown_counts (source, category_id, postings, marked)
  VALUES (new.source, new.category_id, new.step, (
    SELECT json_group_object(value, new.step) FROM json_each(new.marks) WHERE value IS NOT NULL))
  ON CONFLICT DO UPDATE SET postings = postings + excluded.postings,
    marked = json_patch(marked, (
      SELECT json_group_object(value, nullif(coalesce(shown_counts.marked ->> value, 0) + new.step, 0))
      FROM json_each(new.marks) WHERE value IS NOT NULL));
  SELECT RAISE(IGNORE);
END;

CREATE TRIGGER shown_counts_insert AFTER INSERT ON jobs WHEN new.state = 'o' BEGIN
  INSERT INTO shown_moves VALUES (new.source_name, new.category_id, new.marks, 1);
END;
CREATE TRIGGER shown_counts_delete AFTER DELETE ON jobs WHEN old.state = 'o' BEGIN
  INSERT INTO shown_moves VALUES (old.source_name, old.category_id, old.marks, -1);
END;
CREATE TRIGGER shown_counts_update
AFTER UPDATE OF source_name, category_id, remote_scope, level, employment_type, closed_at, leader_id
ON jobs
WHEN (old.state, old.source_name, old.category_id, old.marks)
  IS NOT (new.state, new.source_name, new.category_id, new.marks)
BEGIN
  INSERT INTO shown_moves
  SELECT old.source_name, old.category_id, old.marks, -1 WHERE old.state = 'o';
  INSERT INTO shown_moves
  SELECT new.source_name, new.category_id, new.marks, 1 WHERE new.state = 'o';
END;

-- ── Search ─────────────────────────────────────────────────────────────────────────────────────

-- A posting as the index sees it: its texts, and words by which it is filtered and counted. In the texts,
-- Latin letters that have no mark to take away are spelt out, and each Chinese, Japanese and Korean letter
-- is a word, since nothing tells where one ends; wasm/api/search/index_text.cc spells searches alike. A
-- word to filter by starts with #+ (no text does). One is u and the hex of its address at the source; the others go on
-- with its state, then their parts, joined by +:
--   all; c category; s source; r remote scope, or unknown; and all combinations of these
--     three, in this order
--   n hex of the company's key, of its board in lower case, and of the key with source and board: each alone
--     and with its category
--   w company without spaces and signs, where the posting is shown: what names are suggested by
--   l level; e employment type, without its hyphen
--   y0 to y4: salary_usd_year, 1048575 at most
--   d0 to d7: when it was first seen, in seconds since 1970
--   f0, f1: where its time zones begin, in quarters of an hour before UTC+19:45; t0, t1: where they end, in
--     quarters of an hour after UTC-12
-- Of a number, each word has one hexadecimal digit less than the word before: what is at least some
-- number is the sum of at most fifteen words a digit.
CREATE VIEW job_documents AS
SELECT id, list_key, texts ->> 0 AS title, texts ->> 1 AS company, texts ->> 2 AS description,
  '#+u' || hex(source_url)
  || (SELECT group_concat(' ' || state || value, '') FROM json_each(json_array('all', c, s, c || '+' || s)))
  || (SELECT group_concat(' ' || state || 'n' || n.value || c.value, '')
      FROM json_each(iif(board = '', json_array(company_key, place),
          json_array(company_key, place, hex(lower(board))))) AS n,
        json_each(json_array('', '+' || c)) AS c)
  || iif(state = '#+o', ' #+ow' || replace(replace(replace(replace(replace(replace(replace(
      texts ->> 1, ' ', ''), '-', ''), '.', ''), ',', ''), '&', ''), '''', ''), '’', ''), '')
  || coalesce((SELECT group_concat(' ' || state || p.value || 'r' || replace(r.value, '_', ''), '')
      FROM json_each(scopes) AS r,
        json_each(json_array('', c || '+', s || '+', c || '+' || s || '+')) AS p), '')
  || coalesce(' ' || state || 'l' || level, '')
  || coalesce(' ' || state || 'e' || replace(employment_type, '-', ''), '')
  || coalesce((SELECT group_concat(' ' || state || n.letter || s.key || '+' || (n.number >> s.value), '')
      FROM (SELECT 'y' AS letter, 5 AS digits, salary AS number UNION ALL SELECT 'd', 8, first_seen
        UNION ALL SELECT 'f', 2, first_zone UNION ALL SELECT 't', 2, last_zone) AS n,
        json_each('[0,4,8,12,16,20,24,28]') AS s
      WHERE n.number IS NOT NULL AND s.key < n.digits), '') AS facets
FROM (SELECT jobs.id, list_key, source_url, board, level, employment_type,
    hex(coalesce(company_key, lower(company))) AS company_key,
    hex(coalesce(company_key, lower(company))) || '+' || source_name || '+' || hex(board) AS place,
    '#+' || state AS state, 'c' || category_id AS c, 's' || source_name AS s,
    iif(json_valid(remote_scope) AND remote_scope <> '[]', remote_scope, '["unknown"]') AS scopes,
    min(1048575, max(0, CAST(salary_usd_year AS INTEGER))) AS salary,
    min(4294967295, max(0, CAST(created_at AS INTEGER))) AS first_seen,
    127 - min(127, max(0, (utc_offset_min + 720) / 15)) AS first_zone,
    min(127, max(0, (utc_offset_max + 720) / 15)) AS last_zone, texts.value AS texts
  FROM jobs CROSS JOIN json_each(json_array(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      replace(replace(replace(json_array(title, company, description),
      'ß', 'ss'), 'ẞ', 'ss'), 'Ł', 'l'), 'ł', 'l'), 'Ø', 'o'), 'ø', 'o'), 'Đ', 'd'), 'đ', 'd'),
      'Ð', 'd'), 'ð', 'd'), 'Æ', 'ae'), 'æ', 'ae'), 'Œ', 'oe'), 'œ', 'oe'), 'ı', 'i'))) AS spelt
  CROSS JOIN json_each(json_array(
    iif(length(CAST(spelt.value AS BLOB)) > length(spelt.value)
        AND spelt.value GLOB '*[ぁ-ヿ㐀-鿿가-힣]*',
      -- By pieces, since the way to a letter is a walk from the start.
      (WITH RECURSIVE pieces (place, piece) AS (
          SELECT 1, substr(spelt.value, 1, 256)
          UNION ALL SELECT place + 256, substr(spelt.value, place + 256, 256) FROM pieces
          WHERE length(piece) = 256),
        letters (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM letters WHERE at < 256)
        SELECT group_concat(iif(substr(piece, at, 1) GLOB '[ぁ-ヿ㐀-鿿가-힣]',
          ' ' || substr(piece, at, 1) || ' ', substr(piece, at, 1)), '')
        FROM pieces CROSS JOIN letters), spelt.value))) AS texts);

-- One index for listing, filtering, searching and counting. It answers newest-first lists under any
-- filter by merging sorted lists of keys. Without content of its own; `npm run search-index` takes
-- it out and puts it back (a database export refuses virtual tables).
CREATE VIRTUAL TABLE jobs_fts USING fts5 (
  title, company, description, facets,
  content = '', columnsize = 0,
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);
CREATE VIRTUAL TABLE jobs_terms USING fts5vocab (jobs_fts, row);

CREATE TRIGGER jobs_fts_insert AFTER INSERT ON jobs BEGIN
  INSERT INTO jobs_fts (rowid, title, company, description, facets)
  SELECT list_key, title, company, description, facets FROM job_documents WHERE id = new.id;
END;

CREATE TRIGGER jobs_fts_delete BEFORE DELETE ON jobs BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description, facets)
  SELECT 'delete', list_key, title, company, description, facets
  FROM job_documents WHERE id = old.id;
END;

-- Before an update that makes it another one, the old document is taken out, and behind it the new one
-- is put in. Both conditions are the same; before an update generated columns are not computed yet.
CREATE TRIGGER jobs_fts_before_update BEFORE UPDATE ON jobs
WHEN (old.id, old.title, old.company, old.company_key, old.description, old.source_url,
    old.source_name, old.board, old.category_id, old.remote_scope, old.salary_usd_year, old.level,
    old.employment_type, old.utc_offset_min, old.utc_offset_max, old.post_date, old.created_at,
    old.closed_at IS NULL, old.leader_id IS NULL)
  IS NOT (new.id, new.title, new.company, new.company_key, new.description, new.source_url,
    new.source_name, new.board, new.category_id, new.remote_scope, new.salary_usd_year, new.level,
    new.employment_type, new.utc_offset_min, new.utc_offset_max, new.post_date, new.created_at,
    new.closed_at IS NULL, new.leader_id IS NULL)
BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description, facets)
  SELECT 'delete', list_key, title, company, description, facets
  FROM job_documents WHERE id = old.id;
END;

CREATE TRIGGER jobs_fts_after_update AFTER UPDATE ON jobs
WHEN (old.id, old.title, old.company, old.company_key, old.description, old.source_url,
    old.source_name, old.board, old.category_id, old.remote_scope, old.salary_usd_year, old.level,
    old.employment_type, old.utc_offset_min, old.utc_offset_max, old.post_date, old.created_at,
    old.closed_at IS NULL, old.leader_id IS NULL)
  IS NOT (new.id, new.title, new.company, new.company_key, new.description, new.source_url,
    new.source_name, new.board, new.category_id, new.remote_scope, new.salary_usd_year, new.level,
    new.employment_type, new.utc_offset_min, new.utc_offset_max, new.post_date, new.created_at,
    new.closed_at IS NULL, new.leader_id IS NULL)
BEGIN
  INSERT INTO jobs_fts (rowid, title, company, description, facets)
  SELECT list_key, title, company, description, facets FROM job_documents WHERE id = new.id;
END;

-- ── Changes ────────────────────────────────────────────────────────────────────────────────────

-- What became of each posting, in order: what a mirror follows, and a posting's history. The last
-- change of a posting outlives it, so that a mirror learns of its end however late it asks.
CREATE TABLE job_changes (
  seq        INTEGER PRIMARY KEY,
  job_id     INTEGER NOT NULL,
  change     TEXT NOT NULL,                      -- opened, changed or closed
  fields     TEXT NOT NULL DEFAULT '',           -- what changed, separated by commas
  changed_at INTEGER NOT NULL,
  details    TEXT                                -- {field: {"before", "after"}} of the short ones
);
CREATE INDEX job_changes_of_job ON job_changes (job_id, seq);

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
  INSERT INTO job_changes (job_id, change, fields, changed_at, details)
  SELECT new.id, 'changed', trim(fields, ','), new.updated_at,
    (SELECT json_group_object(name, json_object('before', substr(was, 1, 200),
        'after', substr(is_now, 1, 200)))
      FROM (SELECT 'title' AS name, old.title AS was, new.title AS is_now
        UNION ALL SELECT 'location', old.location, new.location
        UNION ALL SELECT 'pay', old.pay_range, new.pay_range
        UNION ALL SELECT 'remoteScope', old.remote_scope, new.remote_scope)
      WHERE was IS NOT is_now HAVING count(*) > 0)
  FROM (SELECT iif(old.title IS new.title, '', 'title,')
    || iif(old.company IS new.company, '', 'company,')
    || iif(old.source_url IS new.source_url, '', 'sourceUrl,')
    || iif(old.location IS new.location, '', 'location,')
    || iif(old.remote_scope IS new.remote_scope, '', 'remoteScope,')
    || iif(old.category_id IS new.category_id, '', 'category,')
    || iif(old.pay_range IS new.pay_range, '', 'pay,')
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

-- ── Companies ──────────────────────────────────────────────────────────────────────────────────

-- Companies with a board. (source, slug, name) is enough to enter one by hand: it is due at once. A
-- source that nobody knows is never due.
CREATE TABLE discovered_companies (
  source           TEXT NOT NULL,
  slug             TEXT NOT NULL,
  name             TEXT NOT NULL DEFAULT '',
  status           TEXT NOT NULL DEFAULT 'active'
    CHECK (status = 'active' OR status = 'empty' OR status = 'gone' OR status = 'paused'),
  job_count        INTEGER NOT NULL DEFAULT 0,
  remote_job_count INTEGER NOT NULL DEFAULT 0,
  page_count       INTEGER NOT NULL DEFAULT 1,   -- requests the last listing took
  etag             TEXT NOT NULL DEFAULT '',
  body_hash        TEXT NOT NULL DEFAULT '',
  validated_at     INTEGER NOT NULL DEFAULT 0,   -- when a whole listing last came, known or new
  openings         REAL NOT NULL DEFAULT 0,      -- postings opened while we watched; old ones weigh less
  watched_s        REAL NOT NULL DEFAULT 0,      -- how long we watched, weighed alike
  interval_s       INTEGER NOT NULL DEFAULT 0,   -- between two looks, as last decided
  next_sync_at     INTEGER NOT NULL DEFAULT 0,   -- below zero: asked for by hand, then; goes first
  last_synced_at   INTEGER,
  last_run_id      TEXT,                         -- of sync_history
  failures         INTEGER NOT NULL DEFAULT 0,   -- in a row
  cut_offs         INTEGER NOT NULL DEFAULT 0,   -- runs in a row that did not come to an end
  last_error       TEXT,
  suspect_since    INTEGER NOT NULL DEFAULT 0,   -- a listing looked too small to be true
  created_at       INTEGER NOT NULL DEFAULT (unixepoch()),
  -- Equal for the spellings of one name: "Blue Heron Labs", blue-heron-labs, BlueHeron_Labs. What wakes
  -- up a comparison, not the comparison itself: two boards may well have the same key.
  slug_key         TEXT GENERATED ALWAYS AS
    (replace(replace(replace(replace(replace(lower(slug), ' ', ''), '-', ''), '_', ''), '.', ''), ',', ''))
    VIRTUAL,
  PRIMARY KEY (source, slug)
) WITHOUT ROWID;

-- Asked are active boards and, less often, empty ones.
CREATE INDEX discovered_companies_due ON discovered_companies (source, next_sync_at, slug)
  WHERE status IN ('active', 'empty');
CREATE INDEX discovered_companies_key ON discovered_companies (slug_key);

-- What somebody should look at.
CREATE INDEX discovered_companies_attention ON discovered_companies (source, slug)
  WHERE failures > 0 OR status = 'gone' OR status = 'paused';

-- By what name a company is known. An index on the name would be written by every sync; this is where the
-- name changes.
CREATE TABLE company_names (
  name   TEXT NOT NULL COLLATE NOCASE,
  source TEXT NOT NULL,
  slug   TEXT NOT NULL,
  PRIMARY KEY (name, source, slug)
) WITHOUT ROWID;

CREATE TRIGGER company_names_insert AFTER INSERT ON discovered_companies WHEN new.name <> '' BEGIN
  INSERT OR IGNORE INTO company_names VALUES (new.name, new.source, new.slug);
END;
CREATE TRIGGER company_names_delete AFTER DELETE ON discovered_companies WHEN old.name <> '' BEGIN
  DELETE FROM company_names WHERE name = old.name AND source = old.source AND slug = old.slug;
END;
CREATE TRIGGER company_names_update AFTER UPDATE OF name ON discovered_companies
WHEN old.name <> new.name BEGIN
  DELETE FROM company_names WHERE name = old.name AND source = old.source AND slug = old.slug;
  INSERT OR IGNORE INTO company_names
  SELECT new.name, new.source, new.slug WHERE new.name <> '';
END;

-- How many companies there are, so that nobody counts them row by row: the dashboard asks every few
-- seconds.
CREATE TABLE company_counts (
  source     TEXT NOT NULL,
  status     TEXT NOT NULL,
  is_failing INTEGER NOT NULL,                   -- its last sync failed
  companies  INTEGER NOT NULL,
  PRIMARY KEY (source, status, is_failing)
) WITHOUT ROWID;

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

-- ── Candidates ─────────────────────────────────────────────────────────────────────────────────

-- Companies that may have a board. A slug is enough to enter one by hand; one whose source is known is
-- looked for there alone.
CREATE TABLE potential_companies (
  slug            TEXT NOT NULL PRIMARY KEY,
  source          TEXT NOT NULL DEFAULT '',      -- '': looked for wherever guessing pays
  status          TEXT NOT NULL DEFAULT 'pending'
    CHECK (status = 'pending' OR status = 'discovered' OR status = 'not_found' OR status = 'rejected'),
  check_count     INTEGER NOT NULL DEFAULT 0,
  last_checked_at INTEGER,
  next_check_at   INTEGER NOT NULL DEFAULT 0,
  failures        INTEGER NOT NULL DEFAULT 0,    -- checks in a row that brought no answer
  cut_offs        INTEGER NOT NULL DEFAULT 0,    -- checks in a row that did not come to an end
  last_error      TEXT,
  added_at        INTEGER NOT NULL DEFAULT (unixepoch()),
  -- As that of discovered_companies.
  slug_key        TEXT GENERATED ALWAYS AS
    (replace(replace(replace(replace(replace(lower(slug), ' ', ''), '-', ''), '_', ''), '.', ''), ',', ''))
    VIRTUAL
) WITHOUT ROWID;

CREATE INDEX potential_companies_due ON potential_companies (next_check_at, slug)
  WHERE status IN ('pending', 'not_found');
CREATE INDEX potential_companies_key ON potential_companies (slug_key);
CREATE INDEX potential_companies_attention ON potential_companies (slug)
  WHERE failures > 0 OR status = 'rejected';

CREATE TABLE candidate_counts (
  status     TEXT NOT NULL PRIMARY KEY,
  candidates INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER candidate_counts_insert AFTER INSERT ON potential_companies BEGIN
  INSERT INTO candidate_counts VALUES (new.status, 1)
  ON CONFLICT DO UPDATE SET candidates = candidates + 1;
END;
CREATE TRIGGER candidate_counts_delete AFTER DELETE ON potential_companies BEGIN
  UPDATE candidate_counts SET candidates = candidates - 1 WHERE status = old.status;
END;
CREATE TRIGGER candidate_counts_update AFTER UPDATE OF status ON potential_companies
WHEN old.status <> new.status
BEGIN
  UPDATE candidate_counts SET candidates = candidates - 1 WHERE status = old.status;
  INSERT INTO candidate_counts VALUES (new.status, 1)
  ON CONFLICT DO UPDATE SET candidates = candidates + 1;
END;

-- ── Workers ────────────────────────────────────────────────────────────────────────────────────

-- One row per worker: where its rotation stands, and who holds its lease until when.
CREATE TABLE batch_state (
  worker      TEXT NOT NULL PRIMARY KEY,
  cursor      TEXT NOT NULL DEFAULT '{}',
  lease_owner TEXT NOT NULL DEFAULT '',
  lease_until INTEGER NOT NULL DEFAULT 0,        -- 0: given back
  -- How each source's last runs ended ("discovery" for discovery), when and why: {"greenhouse":
  -- {"success": 1788000000, "added": 3, "failed": false, "failure": 1787000000, "error": "timeout: …"}, …}.
  -- Along sync_history, a source without a run would cost a look at all the others'.
  outcomes    TEXT NOT NULL DEFAULT '{}',
  since       INTEGER NOT NULL DEFAULT (unixepoch())  -- when the worker was meant to begin
) WITHOUT ROWID;

INSERT INTO batch_state (worker) VALUES ('ats'), ('aggregator'), ('discovery');

-- One row per source that was asked, shared by all workers: when the next window of requests begins,
-- and its rest.
CREATE TABLE source_state (
  source         TEXT NOT NULL PRIMARY KEY,
  next_slot_ms   INTEGER NOT NULL DEFAULT 0,
  cooldown_until INTEGER NOT NULL DEFAULT 0,
  failures       INTEGER NOT NULL DEFAULT 0,     -- times in a row that it was put to rest
  last_error     TEXT
) WITHOUT ROWID;

-- Rows that all workers together have written per day, where D1_DAILY_WRITES sets a budget for them.
CREATE TABLE daily_writes (
  day          INTEGER PRIMARY KEY,              -- days since 1970-01-01, UTC
  rows_written INTEGER NOT NULL,                 -- as the database counts them
  budget       INTEGER                           -- D1_DAILY_WRITES, as a worker last had it
);

-- What ALERT_WEBHOOK was told of the health of it all, one row. A state is the complaints that make it up;
-- '' where all is well.
CREATE TABLE alerts (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  told          TEXT NOT NULL DEFAULT '',
  telling       TEXT NOT NULL DEFAULT '',        -- what it was last tried to tell, and how often
  attempts      INTEGER NOT NULL DEFAULT 0,
  claimed_until INTEGER NOT NULL DEFAULT 0,      -- by whoever tries
  number        INTEGER NOT NULL DEFAULT 0       -- of changes that were told
);
INSERT INTO alerts (id) VALUES (1);

-- One row per run, whatever its end. The id starts with the time of the run, so that its order is
-- the order of time, and with the lease under which it ran.
CREATE TABLE sync_history (
  id           TEXT PRIMARY KEY,
  sync_type    TEXT NOT NULL,                    -- the worker
  source       TEXT,
  company      TEXT,
  trigger      TEXT NOT NULL DEFAULT 'cron' CHECK (trigger IN ('cron', 'manual')),
  status       TEXT NOT NULL DEFAULT 'running'
    CHECK (status = 'running' OR status = 'success' OR status = 'failed'),
  started_at   INTEGER NOT NULL,
  completed_at INTEGER,
  stats        TEXT NOT NULL DEFAULT '{}',       -- the receipt
  logs         TEXT NOT NULL DEFAULT '[]',       -- [{timestamp, type, message}]
  error        TEXT,
  last_change  INTEGER                           -- seq of its last row of job_changes, if it has any
) WITHOUT ROWID;

CREATE INDEX sync_history_failed ON sync_history (id) WHERE status = 'failed';
CREATE INDEX sync_history_manual ON sync_history (id) WHERE trigger = 'manual';

-- What a run moved counts for its day.
CREATE TRIGGER job_days_count AFTER UPDATE OF status ON sync_history
WHEN old.status = 'running' AND new.status <> 'running' AND json_valid(new.stats)
  AND coalesce(new.stats ->> '$.added', 0) + coalesce(new.stats ->> '$.closed', 0) > 0 BEGIN
  INSERT INTO job_days (day, source, added, closed)
  VALUES (coalesce(new.completed_at, unixepoch()) / 86400, coalesce(new.source, ''),
    coalesce(new.stats ->> '$.added', 0), coalesce(new.stats ->> '$.closed', 0))
  ON CONFLICT (day, source) DO UPDATE SET
    added = added + excluded.added, closed = closed + excluded.closed;
END;
