import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { projectRoot } from './setup/processes.mjs';

/** @returns {DatabaseSync} an empty database in memory, as the migrations leave it */
export function createMigratedDatabase() {
  const db = new DatabaseSync(':memory:');
  const folder = join(projectRoot, 'migrations');
  for (const file of globSync('*.sql', { cwd: folder }).sort()) db.exec(readFileSync(join(folder, file), 'utf8'));
  return db;
}
