/*
 * The cost of a week of cron with a hundred thousand postings, counted by a native build of the core on SQLite:
 * a week in workerd would take one.
 */
import { join } from 'node:path';
import { build } from '../../tools/build.mjs';
import { projectRoot, run } from '../../tools/setup/processes.mjs';

/** @returns {Promise<Record<string, number>[]>} what bench/core/week.cc counts, by day */
export async function measureWeek({ say }) {
  await build('week');
  const days = [];
  const onLine = (line) => {
    if (!line.startsWith('{')) return console.log(line);
    days.push(JSON.parse(line));
    say(`week: day ${days.length}, ${days.at(-1).open} open postings`);
  };
  await run(join(projectRoot, 'build/native-release/week'), [], { cwd: projectRoot, onLine });
  return days;
}
