/*
 * The time that a new posting waits until it is seen, at fixed and at adaptive intervals: simulated by a native build
 * of the rules that the worker follows.
 */
import { join } from 'node:path';
import { build } from '../../tools/build.mjs';
import { projectRoot, run } from '../../tools/setup/processes.mjs';
import { spread } from '../measure/statistics.mjs';

/** @returns {Promise<{boards: string, seeds: number, [figure: string]: object}[]>} spreads over the seeds */
export async function measureRotation({ say }) {
  await build('rotation');
  const kinds = [];
  const onLine = (line) => {
    if (!line.startsWith('{')) return console.log(line);
    const { boards, seeds } = JSON.parse(line);
    const figures = Object.keys(seeds[0]).map((name) => [name, spread(seeds.map((seed) => seed[name]))]);
    kinds.push({ boards, seeds: seeds.length, ...Object.fromEntries(figures) });
    say(`rotation: ${boards}`);
  };
  await run(join(projectRoot, 'build/native-release/rotation'), [], { cwd: projectRoot, onLine });
  return kinds;
}
