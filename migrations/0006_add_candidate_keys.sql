-- Equal for the spellings of one name: "Blue Heron Labs", blue-heron-labs, BlueHeron_Labs. What wakes
-- up a comparison, not the comparison itself: two boards may well have the same key.
ALTER TABLE potential_companies ADD COLUMN slug_key TEXT GENERATED ALWAYS AS
  (replace(replace(replace(replace(replace(lower(slug), ' ', ''), '-', ''), '_', ''), '.', ''), ',', ''))
  VIRTUAL;
ALTER TABLE discovered_companies ADD COLUMN slug_key TEXT GENERATED ALWAYS AS
  (replace(replace(replace(replace(replace(lower(slug), ' ', ''), '-', ''), '_', ''), '.', ''), ',', ''))
  VIRTUAL;

CREATE INDEX potential_companies_key ON potential_companies (slug_key);
CREATE INDEX discovered_companies_key ON discovered_companies (slug_key);

-- Checks in a row that brought no answer.
ALTER TABLE potential_companies ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
