import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { outputOf, projectRoot } from '../../tools/setup/processes.mjs';

function versionOf(name) {
  return JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** The circumstances that figures depend on besides the code. */
export function describeMachine() {
  const processors = cpus();
  const packages = ['workerd', 'miniflare', 'drizzle-orm', 'sanitize-html', 'entities', 'esbuild'];
  return {
    processor: `${processors.length} × ${processors[0].model.trim()}`,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `Linux ${release().split('-')[0]}`,
    load: loadavg()[0],
    node: process.version,
    commit: outputOf('git', ['-C', projectRoot, 'rev-parse', '--short', 'HEAD'])?.trim() ?? '',
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  };
}
