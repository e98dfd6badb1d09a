-- When each source's last run succeeded ("discovery" for discovery): {"greenhouse": 1788000000, …}. Every
-- run leaves it in the row it writes anyway; along sync_history, a source without a success would
-- cost a look at all its runs.
ALTER TABLE batch_state ADD COLUMN successes TEXT NOT NULL DEFAULT '{}';

UPDATE batch_state SET successes = (
  SELECT json_group_object(name, completed_at) FROM (
    SELECT coalesce(source, sync_type) AS name, max(completed_at) AS completed_at
    FROM sync_history WHERE sync_type = worker AND status = 'success' GROUP BY 1));
