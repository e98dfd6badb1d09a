/** The commands of docs/operations.md do what it says, here with a local database in place of the deployed one. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { ORIGINAL } from './support/original.mjs';

const operations = readFileSync(join(projectRoot, 'docs', 'operations.md'), 'utf8');
const sectionOf = (title) => operations.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? assert.fail(title);
const blocksOf = (text, language) => [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, block]) => block);

test('nothing takes a statement: the actions it names are those of the API', () => {
  assert.doesNotMatch(operations, /`(?:INSERT|UPDATE|DELETE|SELECT) /);
  assert.deepEqual(blocksOf(operations, 'sql'), []);
  const { paths } = JSON.parse(readFileSync(join(projectRoot, 'wasm', 'api', 'openapi.json'), 'utf8'));
  const [, table] = /^\| `POST \/api\/v3\/…`[^]*?\n\|---[^\n]*\n([^]*?)\n\n/m.exec(sectionOf('By hand'));
  const named = [...table.matchAll(/`((?:companies|candidates)\/[\w{}/]+)`/g)].map(([, path]) => `/api/v3/${path}`);
  assert.ok(named.length >= 6);
  assert.deepEqual(named.filter((path) => !paths[path]?.post), []);
});

describe('the commands', () => {
  let folder;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'spearyx-operations-test-'))));
  after(() => rmSync(folder, { recursive: true }));

  /** A wrangler file with a database of this name, whose local copy lies beside it. */
  function configure(name) {
    const config = `name = "operations"
[[d1_databases]]
binding = "DB"
database_name = "${name}"
database_id = "${name}"
migrations_dir = "${join(projectRoot, 'migrations')}"
`;
    writeFileSync(join(folder, 'wrangler.toml'), config);
  }

  /** Runs a line as it stands, but for the place of its files and databases: this machine. */
  function run(line) {
    const [, script, rest] = /^npm run ([\w-]+) -- (.*)/.exec(line) ?? assert.fail(line);
    const here = rest.replaceAll('--remote', '--local').replaceAll(/[\w-]+\.(?:sql|toml)\b/g, (file) => join(folder, file));
    const args = here.match(/"[^"]*"|\S+/g).map((word) => word.replaceAll('"', ''));
    return execFileSync(process.execPath, [`tools/${script}.mjs`, ...args], { cwd: projectRoot, encoding: 'utf8', stdio: 'pipe' });
  }

  const linesOf = (title) => blocksOf(sectionOf(title), 'sh').flatMap((block) => block.trim().split('\n'));
  const find = (database, sql) => {
    const answer = run(`npm run wrangler -- d1 execute ${database} --local --json -c wrangler.toml --command "${sql}"`);
    return JSON.parse(answer.slice(answer.indexOf('[')))[0].results;
  };
  const POSTING = "SELECT title FROM jobs WHERE list_key IN (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH 'gardener')";

  test('of a backup bring a database back whole, with its index', () => {
    configure('spearyx-jobs');
    const [migrate] = linesOf('From an empty account to a running system').filter((line) => line.includes('migrations apply'));
    run(migrate.trim());
    const columns = 'source_name, board, external_id, title, company, source_url, content_hash';
    find('spearyx-jobs', `INSERT INTO jobs (${columns}) VALUES ('lever', 'moss', '1', 'Gardener', 'Mossy Lane', 'https://a.example/1', 'x')`);
    const [drop, create, out, save, back, restore, , read] = linesOf('Backing up');
    for (const line of [drop, create, out, save, back]) run(line);
    assert.deepEqual(find('spearyx-jobs', POSTING), [{ title: 'Gardener' }]);
    run(restore);
    configure('spearyx-jobs-2');
    run(read);
    assert.deepEqual(find('spearyx-jobs-2', POSTING), [{ title: 'Gardener' }]);
  });

  test('of taking over put the jobs of an original into a database of ours', () => {
    configure('spearyx-jobs');
    writeFileSync(join(folder, 'original.sql'), ORIGINAL);
    const [, takeOver, , put] = linesOf('Taking over a database of the TypeScript original');
    run(takeOver);
    run(put);
    assert.deepEqual(find('spearyx-jobs', "SELECT title FROM jobs WHERE external_id = '77'"), [{ title: 'Sower' }]);
  });
});
