/*
 * npm run search-index: the SQL that takes the full-text index out of a database and puts it back, for
 * `wrangler d1 export` refuses virtual tables. How it is used is in docs/operations.md.
 */
import { createMigratedDatabase } from './migrated-database.mjs';
import { SetUpError, isMain, runProgram, writeNamedFile } from './setup/processes.mjs';

const USAGE = `npm run search-index -- drop|create FILE.sql

  drop     takes the full-text index out; whatever lists or searches postings fails meanwhile, and
           the web site with it; syncs go on
  create   puts it back and fills it from the jobs
`;

const FILL = `INSERT INTO jobs_fts (rowid, title, company, description, facets)
SELECT list_key, title, company, description, facets FROM job_documents`;

/**
 * The index as the migrations leave it, in order of creation: its tables and the triggers that keep it true.
 */
function readDefinitions() {
  const db = createMigratedDatabase();
  const all = db.prepare("SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'trigger') ORDER BY rowid").all();
  db.close();
  const tables = all.filter(({ sql }) => sql.startsWith('CREATE VIRTUAL TABLE'));
  const mentionsOne = ({ sql }) => tables.some(({ name }) => new RegExp(`\\b${name}\\b`).test(sql));
  return { tables, triggers: all.filter((one) => one.type === 'trigger' && mentionsOne(one)) };
}

/**
 * @param {'drop' | 'create'} what
 * @returns {string} the statements; either way they may be run twice
 */
export function searchIndexSql(what) {
  const { tables, triggers } = readDefinitions();
  const drop = [...triggers, ...tables.toReversed()].map(({ type, name }) => `DROP ${type} IF EXISTS ${name}`);
  const create = [...tables.map(({ sql }) => sql), FILL, ...triggers.map(({ sql }) => sql)];
  const statements = what === 'drop' ? drop : [...drop, ...create];
  return statements.map((statement) => `${statement};\n`).join('\n');
}

async function main([what, file, ...rest]) {
  if (what === '--help') return void process.stdout.write(USAGE);
  if (!['drop', 'create'].includes(what) || !file || rest.length > 0) throw new SetUpError(USAGE);
  writeNamedFile(file, searchIndexSql(what));
  console.log(`${file}: run it with npm run wrangler -- d1 execute spearyx-jobs --remote -c wrangler.toml --file ${file}`);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
