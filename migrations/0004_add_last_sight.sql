-- RemoteOK's feed is a window: a posting that leaves it may still be open, so it closes only when it
-- has not been seen for long. The mark is coarse (a row is marked at most once a day), and NULL means
-- that the posting was last seen when its content last changed.
ALTER TABLE jobs ADD COLUMN last_seen_at INTEGER;

CREATE INDEX jobs_by_sight ON jobs (coalesce(last_seen_at, updated_at))
  WHERE closed_at IS NULL AND source_name = 'remoteok';
