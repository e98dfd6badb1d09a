/*
 * npm run take-over: turns an export of the TypeScript original's database into SQL for ours. How the
 * two commands around it go is in docs/operations.md.
 */
import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { SetUpError, isMain, readArguments, runProgram, writeNamedFile } from './setup/processes.mjs';
import { MAX_STATEMENT_BYTES } from './statement-limit.mjs';

const USAGE = `npm run take-over -- EXPORT.sql TAKE-OVER.sql

Reads what \`wrangler d1 export\` wrote of the original's database, and writes the statements that put
its jobs and companies into a migrated database of ours. Running them twice changes nothing.
`;

/** The life of a posting without an expiry, which the original would have kept for ever. */
const HIMALAYAS_LIFE_S = 60 * 86_400;

const EARLIEST_DATE = Date.UTC(2000, 0, 1) / 1000;

/** The addresses from which a posting's id at its source can be read: [address, index of the id]. */
const ID_PATTERNS = {
  greenhouse: [/[?&]gh_jid=(\d+)/, /\/jobs\/(\d+)/],
  lever: [/^https?:\/\/jobs\.(?:eu\.)?lever\.co\/[^/]+\/([0-9a-f-]{36})/i],
  remoteok: [/^https?:\/\/remoteok\.com\/l\/(\d+)/i, /-(\d+)\/?$/],
  himalayas: [/^(https?:\/\/himalayas\.app\/\S+)/i],
};

const isBoardSource = (source) => source === 'greenhouse' || source === 'lever';

function externalIdOf(source, address) {
  for (const pattern of ID_PATTERNS[source] ?? []) {
    const found = pattern.exec(address);
    if (found) return found[1];
  }
  return undefined;
}

const plausibleDate = (seconds) => (seconds >= EARLIEST_DATE ? seconds : null);

/**
 * Converts a row of the original; undefined where its address does not tell which posting it is. The hash is
 * empty, so that the first sync that meets the posting brings it up to date.
 */
function toJob(row) {
  const source = row.source_name.toLowerCase();
  const externalId = externalIdOf(source, row.source_url);
  if (!externalId || (isBoardSource(source) && !row.company)) return undefined;
  return {
    source_name: source,
    board: isBoardSource(source) ? row.company : '',
    external_id: externalId,
    title: row.title,
    company: row.company ?? '',
    source_url: row.source_url,
    category_id: row.category_id >= 1 && row.category_id <= 17 ? row.category_id : 17,
    pay_range: row.pay_range || null,
    post_date: plausibleDate(row.post_date),
    expires_at: source === 'himalayas' ? row.updated_at + HIMALAYAS_LIFE_S : null,
    description: row.description,
    description_raw: row.description_raw ?? '',
    content_hash: '',
    created_at: row.created_at,
    updated_at: row.updated_at,
  };
}

/** Merges two of the rows that the original kept for one posting: the newest text, the first sight. */
function merge(earlier, job) {
  const newest = earlier.updated_at > job.updated_at ? earlier : job;
  return { ...newest, created_at: Math.min(earlier.created_at, job.created_at) };
}

function readJobs(original) {
  const jobs = new Map();
  const lost = [];
  for (const row of original.prepare('SELECT * FROM jobs ORDER BY id').all()) {
    const job = toJob(row);
    if (!job) {
      lost.push(row.source_url);
      continue;
    }
    const key = JSON.stringify([job.source_name, job.board, job.external_id]);
    jobs.set(key, jobs.has(key) ? merge(jobs.get(key), job) : job);
  }
  return { jobs: [...jobs.values()], lost };
}

/** Reads the boards that the original had discovered, and those that its jobs came from. */
function readCompanies(original, jobs) {
  const companies = new Map();
  const enter = (source, slug, name) => {
    if (isBoardSource(source) && slug) companies.set(`${source} ${slug}`, { source, slug, name });
  };
  for (const { source_name: source, board } of jobs) enter(source, board, '');
  for (const row of original.prepare('SELECT * FROM discovered_companies').all()) {
    enter(row.source.toLowerCase(), row.slug, row.name ?? '');
  }
  return [...companies.values()];
}

function readCandidates(original) {
  return original.prepare("SELECT slug FROM potential_companies WHERE status IS NOT 'discovered'").all();
}

function literal(value) {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'number' ? String(Math.trunc(value)) : `'${String(value).replaceAll('\0', '').replaceAll("'", "''")}'`;
}

function insert(table, row) {
  const values = Object.values(row).map(literal).join(', ');
  return `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values}) ON CONFLICT DO NOTHING;`;
}

/** Inserts a job, without its description where that fits into no statement; the next sync brings it back. */
function insertJob(job) {
  const statement = insert('jobs', job);
  if (Buffer.byteLength(statement) <= MAX_STATEMENT_BYTES) return statement;
  return insert('jobs', { ...job, description: null, description_raw: '' });
}

/**
 * @param {string} dump SQL of `wrangler d1 export`
 * @returns {{sql: string, counts: {jobs: number, companies: number, candidates: number}, lost: string[]}}
 *   the statements, how much they enter, and the addresses of jobs that cannot be told apart
 * @throws {SetUpError} when the dump is not that of the original
 */
export function takeOver(dump) {
  const original = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });
  try {
    original.exec(dump);
    const { jobs, lost } = readJobs(original);
    const companies = readCompanies(original, jobs);
    const candidates = readCandidates(original);
    const statements = [
      ...jobs.map(insertJob),
      ...companies.map((row) => insert('discovered_companies', row)),
      ...candidates.map((row) => insert('potential_companies', row)),
    ];
    const counts = { jobs: jobs.length, companies: companies.length, candidates: candidates.length };
    return { sql: `${statements.join('\n')}\n`, counts, lost };
  } catch (error) {
    if (error.code !== 'ERR_SQLITE_ERROR') throw error;
    throw new SetUpError(`This is no export of the original's database: ${error.message}`);
  } finally {
    original.close();
  }
}

async function main(args) {
  const { values, positionals } = readArguments({ args, allowPositionals: true, options: { help: { type: 'boolean' } } }, USAGE);
  if (values.help) return void process.stdout.write(USAGE);
  if (positionals.length !== 2) throw new SetUpError(USAGE);
  const [from, to] = positionals;
  const dump = await readFile(from, 'utf8').catch((error) => {
    throw new SetUpError(`${from} cannot be read: ${error.message}`);
  });
  const { sql, counts, lost } = takeOver(dump);
  writeNamedFile(to, sql);
  console.log(`${to}: ${counts.jobs} jobs, ${counts.companies} companies, ${counts.candidates} candidates`);
  if (lost.length === 0) return;
  console.log(`${lost.length} jobs are left out, since their addresses do not tell which posting they are:`);
  for (const address of lost.slice(0, 20)) console.log(`  ${address}`);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
