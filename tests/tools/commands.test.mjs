/** The answers of commands to requests for help and to mistakes: a usage, never a stack. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

for (const [command, code, answer] of [
  ['tools/run.mjs --help', 0, /^node tools\/run\.mjs SCRIPT/],
  ['tools/run.mjs', 1, /^node tools\/run\.mjs SCRIPT/m],
  ['tools/run.mjs tools/biuld.mjs', 1, /There is no script tools\/biuld\.mjs\.\n\nnode tools\/run\.mjs SCRIPT/],
  ['tools/run.mjs tools', 1, /There is no script tools\./],
  ['tools/run.mjs tools/wrangler.mjs --version', 0, /^\d+\.\d+\.\d+$/m],
  ['tools/tidy.mjs --help', 0, /^node tools\/run\.mjs tools\/tidy\.mjs \[FILE…\]/],
  ['tools/tidy.mjs README.md', 1, /README\.md is no source of the core[^]*tools\/tidy\.mjs \[FILE…\]/],
  ['tools/take-over.mjs --x', 1, /Unknown option '--x'[^]*npm run take-over/],
  ['tools/take-over.mjs nowhere.sql to.sql', 1, /nowhere\.sql cannot be read/],
  ['tools/search-index.mjs --x', 1, /npm run search-index/],
  ['tools/search-index.mjs drop nowhere/drop.sql', 1, /nowhere\/drop\.sql cannot be written/],
  ['tools/exchange-rates.mjs --help', 0, /^npm run exchange-rates/],
  ['tools/exchange-rates.mjs', 1, /npm run exchange-rates/],
  ['tools/exchange-rates.mjs nowhere.json', 1, /nowhere\.json cannot be read/],
  ['tools/exchange-rates.mjs README.md', 1, /README\.md cannot be read/],
  ['tools/restore.mjs --x', 1, /Unknown option '--x'[^]*npm run restore/],
  ['tools/restore.mjs nowhere.sql /dev/null', 1, /nowhere\.sql cannot be opened/],
  ['tools/restore.mjs README.md nowhere/restore.sql', 1, /nowhere\/restore\.sql cannot be opened/],
  ['tools/seed-candidates/main.mjs --help', 0, /^node tools\/run\.mjs tools\/seed-candidates\/main\.mjs/],
  ['tools/seed-candidates/main.mjs --x', 1, /Unknown option '--x'[^]*seed-candidates/],
  ['tools/deploy.mjs --x', 1, /Unknown option '--x'[^]*--dry-run/],
  ['tools/test.mjs --x', 1, /Unknown option '--x'[^]*--only KIND/],
  ['bench/main.mjs --x', 1, /Unknown option '--x'[^]*--only SECTION/],
]) {
  test(command, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, command.split(' '), { cwd: projectRoot, encoding: 'utf8' });
    assert.equal(status, code, stderr);
    assert.match(code === 0 ? stdout : stderr, answer);
    assert.doesNotMatch(stderr, /^ +at /m);
  });
}
