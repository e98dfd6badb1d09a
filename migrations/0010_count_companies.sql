-- How many companies and candidates there are, so that nobody counts them row by row: the dashboard asks every
-- few seconds.
CREATE TABLE company_counts (
  source     TEXT NOT NULL,
  status     TEXT NOT NULL,
  is_failing INTEGER NOT NULL,                   -- its last sync failed
  companies  INTEGER NOT NULL,
  PRIMARY KEY (source, status, is_failing)
) WITHOUT ROWID;

CREATE TABLE candidate_counts (
  status     TEXT NOT NULL PRIMARY KEY,
  candidates INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO company_counts
SELECT source, status, failures > 0, count(*) FROM discovered_companies GROUP BY 1, 2, 3;
INSERT INTO candidate_counts SELECT status, count(*) FROM potential_companies GROUP BY 1;

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
