-- The open postings whose text nobody has cleansed yet, for the tick that has time to.
CREATE INDEX jobs_uncleansed ON jobs (is_cleansed) WHERE is_cleansed = 0 AND closed_at IS NULL;
