-- Full-text search over what a job seeker reads. External content: the index holds no copy of the
-- text, can be rebuilt at any time with INSERT INTO jobs_fts (jobs_fts) VALUES ('rebuild'), and may be
-- dropped and created again by this file (a database export refuses virtual tables).

CREATE VIRTUAL TABLE jobs_fts USING fts5 (
  title, company, description,
  content = 'jobs', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '+#'"
);

CREATE TRIGGER jobs_fts_insert AFTER INSERT ON jobs BEGIN
  INSERT INTO jobs_fts (rowid, title, company, description)
  VALUES (new.id, new.title, new.company, new.description);
END;

CREATE TRIGGER jobs_fts_delete AFTER DELETE ON jobs BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description)
  VALUES ('delete', old.id, old.title, old.company, old.description);
END;

CREATE TRIGGER jobs_fts_update AFTER UPDATE OF title, company, description ON jobs
WHEN old.title IS NOT new.title OR old.company IS NOT new.company
  OR old.description IS NOT new.description
BEGIN
  INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description)
  VALUES ('delete', old.id, old.title, old.company, old.description);
  INSERT INTO jobs_fts (rowid, title, company, description)
  VALUES (new.id, new.title, new.company, new.description);
END;
