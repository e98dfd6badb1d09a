import { readFileSync, readdirSync } from 'node:fs';

/** The name and parent of a process: "pid (name) state parent …", and the name may hold anything. */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(stat.slice(end + 2).split(' ')[1]) };
  } catch {
    return {};
  }
}

/** The workerd processes that this process has started. */
export function workerdProcesses() {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  const isOurs = ({ name, parent }) => name === 'workerd' && parent === process.pid;
  return pids.filter((pid) => isOurs(readStat(pid))).map(Number);
}
