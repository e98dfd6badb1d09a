/*
 * npm run restore: turns a backup, which is what `wrangler d1 export` wrote, into SQL that D1 takes. How the
 * commands around it go is in docs/operations.md.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { searchIndexSql } from './search-index.mjs';
import { SetUpError, isMain, readArguments, runProgram } from './setup/processes.mjs';
import { MAX_STATEMENT_BYTES } from './statement-limit.mjs';

const USAGE = `npm run restore -- BACKUP.sql RESTORE.sql

Writes the statements that put a backup into an empty database, and the full-text index with it. A backup has a
statement per row, however long; what is longer than D1 takes comes in pieces.
`;

/** The characters of a piece. A character has at most four bytes; a quote, which is doubled, has two. */
const PIECE_CHARACTERS = 20_000;

const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** A row as an INSERT of how its texts begin, and UPDATEs that append the rest. */
class RowSplitter {
  #tables = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false });

  /** @param {string} sql the definitions of tables */
  define(sql) {
    this.#tables.exec(sql);
  }

  /**
   * @param {string} table
   * @param {string} insert of one row
   * @returns {Generator<string>} statements
   */
  *split(table, insert) {
    this.#tables.exec(insert);
    const columns = this.#tables.prepare(`PRAGMA table_info(${quoted(table)})`).all();
    const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => quoted(name));
    const others = columns.filter(({ pk }) => pk === 0).map(({ name }) => quoted(name));
    const head = Math.floor(PIECE_CHARACTERS / columns.length);
    const headOf = (name) => `iif(typeof(${name}) = 'text', substr(${name}, 1, ${head}), ${name})`;
    const values = [...key, ...others.map(headOf)].map((value) => `quote(${value})`).join(" || ', ' || ");
    yield `INSERT INTO ${quoted(table)} (${[...key, ...others].join(', ')}) VALUES (${this.#value(table, values)});`;
    const condition = this.#value(table, key.map((name) => `'${name} = ' || quote(${name})`).join(" || ' AND ' || "));
    for (const name of others) {
      const length = this.#value(table, `iif(typeof(${name}) = 'text', length(${name}), 0)`);
      for (let start = head + 1; start <= length; start += PIECE_CHARACTERS) {
        const piece = this.#value(table, `quote(substr(${name}, ${start}, ${PIECE_CHARACTERS}))`);
        yield `UPDATE ${quoted(table)} SET ${name} = ${name} || ${piece} WHERE ${condition};`;
      }
    }
    this.#tables.exec(`DELETE FROM ${quoted(table)}`);
  }

  #value(table, expression) {
    return this.#tables.prepare(`SELECT ${expression} AS value FROM ${quoted(table)}`).get().value;
  }
}

/**
 * The beginning of a row. An export has each row in a line of its own, because it escapes the line breaks of
 * texts.
 */
const ROW = /^INSERT INTO "([^"]+)"/;

async function* linesOf(texts) {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    yield* lines;
  }
  yield rest;
}

/**
 * @param {AsyncIterable<string> | Iterable<string>} backup
 * @returns {AsyncGenerator<string>} the statements for an empty database, in lines
 * @throws {SetUpError} when the backup is none
 */
export async function* restoreSql(backup) {
  const splitter = new RowSplitter();
  let definitions = '';
  for await (const line of linesOf(backup)) {
    const [, table] = ROW.exec(line) ?? [];
    if (!table) definitions += `${line}\n`;
    if (!table || Buffer.byteLength(line) <= MAX_STATEMENT_BYTES) {
      yield `${line}\n`;
      continue;
    }
    splitter.define(definitions);
    definitions = '';
    for (const statement of splitter.split(table, line)) yield `${statement}\n`;
  }
  yield searchIndexSql('create');
}

async function main(args) {
  const { values, positionals } = readArguments({ args, allowPositionals: true, options: { help: { type: 'boolean' } } }, USAGE);
  if (values.help) return void process.stdout.write(USAGE);
  if (positionals.length !== 2) throw new SetUpError(USAGE);
  const [from, to] = positionals;
  try {
    await pipeline(createReadStream(from, 'utf8'), restoreSql, createWriteStream(to));
  } catch (error) {
    if (error.syscall === 'open') throw new SetUpError(`${error.path} cannot be opened: ${error.message}`);
    if (error.code === 'ERR_SQLITE_ERROR') throw new SetUpError(`${from} is no export of a database: ${error.message}`);
    throw error;
  }
  console.log(`${to}: run it with npm run wrangler -- d1 execute DATABASE --remote -c wrangler.toml --file ${to}`);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
