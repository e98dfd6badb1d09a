/*
 * Enters what has been added to candidates.txt: writes a migration of it, for those that there are have been
 * applied to databases and stay as they are.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMigratedDatabase } from '../migrated-database.mjs';
import { isMain, projectRoot, readArguments, runProgram } from '../setup/processes.mjs';

const USAGE = `node tools/run.mjs tools/seed-candidates/main.mjs

Writes the next migration, which enters the candidates of tools/seed-candidates/candidates.txt that none enters yet.
`;

/** @typedef {{ slug: string, source: string }} Candidate `source` is '' where nobody knows it */

/** @param {string} line @returns {Candidate} */
function readCandidate(line) {
  const [slug, source = ''] = line.split('/').toReversed();
  return { slug, source };
}

/** The candidates that discovery begins with, in the order of the file. */
export function readCandidates() {
  const lines = readFileSync(new URL('candidates.txt', import.meta.url), 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#')).map(readCandidate);
}

/**
 * The candidates that a newly migrated database does not have.
 * @param {Candidate[]} candidates
 */
export function withoutMigration(candidates) {
  const db = createMigratedDatabase();
  const known = new Set(db.prepare('SELECT slug FROM potential_companies').all().map(({ slug }) => slug));
  db.close();
  return candidates.filter(({ slug }) => !known.has(slug));
}

/** @param {Candidate[]} candidates */
export function toMigration(candidates) {
  const quoted = candidates.map(({ slug, source }) => `  ('${slug.replaceAll("'", "''")}', '${source}', 1)`);
  return `-- Further candidates. Due at once, but after whatever somebody enters by hand (next_check_at 0).
INSERT OR IGNORE INTO potential_companies (slug, source, next_check_at) VALUES
${quoted.join(',\n')};
`;
}

/** The file after the last one, by their numbers. */
function nextMigration() {
  const last = globSync('migrations/*.sql', { cwd: projectRoot }).sort().at(-1);
  const number = Number(/(\d+)_/.exec(last)[1]) + 1;
  return `migrations/${String(number).padStart(4, '0')}_seed_candidates.sql`;
}

async function main(args) {
  const { values } = readArguments({ args, options: { help: { type: 'boolean' } } }, USAGE);
  if (values.help) return void process.stdout.write(USAGE);
  const candidates = withoutMigration(readCandidates());
  if (candidates.length === 0) return void console.log('Every candidate has its migration.');
  const file = nextMigration();
  writeFileSync(join(projectRoot, file), toMigration(candidates));
  console.log(`${file}: ${candidates.length} candidates`);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
