-- Words of the index by which a list knows its total without counting postings.

-- A posting as the index sees it: its text, and words by which it is filtered and counted. Each such
-- word starts with #+ (no text does), then o (open) or x (closed), then its parts, joined by +:
--   all; c category; s source; r remote scope; and all combinations of these three, in this order
--   n company or board (hex of the lower-case name), alone and with its category
--   y0 to y4: yearly salary in thousands (1023 at most), divided by 1, 4, 16, 64, 256
--   d0 to d5: day of the list's date since 1970, divided by 1, 4, 16, 64, 256, 1024
-- A range of salaries or days is the sum of at most three words a step, for the index keeps how many
-- postings hold a word.
DROP VIEW job_documents;
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

INSERT INTO jobs_fts (jobs_fts) VALUES ('delete-all');
INSERT INTO jobs_fts (rowid, title, company, description, facets)
SELECT list_key, title, company, description, facets FROM job_documents;

-- The categories as the API shows them, in one row: most answers carry them.
CREATE TABLE category_list (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  categories TEXT NOT NULL                       -- JSON array, in the API's form
);
CREATE VIEW category_documents AS
SELECT 1 AS id, json_group_array(json_object('id', id, 'name', name, 'slug', slug,
  'description', description,
  'createdAt', strftime('%Y-%m-%dT%H:%M:%S.000Z', created_at, 'unixepoch'))) AS categories
FROM (SELECT * FROM categories ORDER BY id);

INSERT INTO category_list SELECT * FROM category_documents;

CREATE TRIGGER category_list_insert AFTER INSERT ON categories BEGIN
  REPLACE INTO category_list SELECT * FROM category_documents;
END;
CREATE TRIGGER category_list_update AFTER UPDATE ON categories BEGIN
  REPLACE INTO category_list SELECT * FROM category_documents;
END;
CREATE TRIGGER category_list_delete AFTER DELETE ON categories BEGIN
  REPLACE INTO category_list SELECT * FROM category_documents;
END;
