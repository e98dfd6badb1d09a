/*
 * Every file of browser tests in one process, two at a time: they share the browser and the bundles of the
 * workers. Each file also runs alone.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { useBrowser } from './support/browser.mjs';

const folder = import.meta.dirname;

describe('e2e', { concurrency: 2 }, () => {
  useBrowser();
  for (const file of globSync('*.test.mjs', { cwd: folder }).sort()) {
    describe(file, { concurrency: 1 }, () => import(pathToFileURL(join(folder, file)).href));
  }
});
