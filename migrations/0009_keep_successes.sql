-- When each source's last run succeeded ("discovery" for discovery): {"greenhouse": 1788000000, …}. Every
-- run leaves it in the row it writes anyway; along sync_history, a source without a success would
-- cost a look at all its runs.
ALTER TABLE batch_state ADD COLUMN successes TEXT NOT NULL DEFAULT '{}';

UPDATE batch_state SET successes = (
  SELECT json_group_object(name, completed_at) FROM (
    SELECT coalesce(source, sync_type) AS name, max(completed_at) AS completed_at
    FROM sync_history WHERE sync_type = worker AND status = 'success' GROUP BY 1));

-- A run that was marked as abandoned may still commit, while nobody took its lease: counted is what
-- brings the first receipt.
DROP TRIGGER job_days_count;
CREATE TRIGGER job_days_count AFTER UPDATE OF stats ON sync_history
WHEN old.stats = '{}' AND json_valid(new.stats)
  AND coalesce(new.stats ->> '$.added', 0) + coalesce(new.stats ->> '$.closed', 0) > 0 BEGIN
  INSERT INTO job_days (day, source, added, closed)
  VALUES (coalesce(new.completed_at, unixepoch()) / 86400, coalesce(new.source, ''),
    coalesce(new.stats ->> '$.added', 0), coalesce(new.stats ->> '$.closed', 0))
  ON CONFLICT (day, source) DO UPDATE SET
    added = added + excluded.added, closed = closed + excluded.closed;
END;
