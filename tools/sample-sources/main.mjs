#!/usr/bin/env node
/** Runs the sample sources by themselves, to look at them with a browser or curl. */
import { parseArgs } from 'node:util';
import { startSampleSources, vars } from './server.mjs';

const help = `node tools/sample-sources/main.mjs [options]

Answers like the sources, each below its own prefix, with made-up postings that change.

  --port N           port to listen on (default: a free one)
  --seed N           another seed, other postings (default: 1)
  --change-every S   seconds between two changes (default: 20)
  --quiet            no line per request
  --help             this text
`;

const numbers = { port: '0', seed: '1', 'change-every': '20' };
const flag = { type: 'boolean', default: false };

function readArguments() {
  const named = Object.entries(numbers).map(([name, value]) => [name, { type: 'string', default: value }]);
  const { values } = parseArgs({ options: { ...Object.fromEntries(named), quiet: flag, help: flag } });
  for (const name of Object.keys(numbers)) {
    if (!/^\d{1,9}$/.test(values[name])) throw new Error(`--${name} wants a whole number, not "${values[name]}"`);
  }
  return values;
}

function introduce({ url, companies }) {
  for (const [name, value] of Object.entries(vars(url))) console.log(`${name}=${value}`);
  for (const [source, list] of Object.entries(companies)) {
    console.log(`${source}: ${list.map(({ slug }) => slug).join(' ')}`);
  }
}

async function main() {
  const { help: wantsHelp, quiet, port, seed, 'change-every': seconds } = readArguments();
  if (wantsHelp) return process.stdout.write(help);
  const log = quiet ? undefined : (line) => console.log(line);
  const changeEveryMs = Math.max(1, Number(seconds)) * 1000;
  const sources = await startSampleSources({ port: Number(port), seed: Number(seed), changeEveryMs, log });
  introduce(sources);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => sources.close());
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
