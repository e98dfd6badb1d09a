import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const candidatesFile = fileURLToPath(new URL('candidates.txt', import.meta.url));
export const migrationFile = fileURLToPath(new URL('../../migrations/0003_seed_candidates.sql', import.meta.url));

/** The candidates discovery begins with, in the order of the file. */
export function readCandidates() {
  const lines = readFileSync(candidatesFile, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#'));
}

/** @param {string[]} candidates */
export function toMigration(candidates) {
  const quoted = candidates.map((slug) => `  ('${slug.replaceAll("'", "''")}', 1)`);
  return `-- Generated from tools/seed-candidates/candidates.txt by tools/seed-candidates/main.mjs.
-- Due at once, but after whatever somebody enters by hand (next_check_at 0).
INSERT OR IGNORE INTO potential_companies (slug, next_check_at) VALUES
${quoted.join(',\n')};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(migrationFile, toMigration(readCandidates()));
}
