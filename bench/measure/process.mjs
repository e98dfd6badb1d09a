/*
 * The resources that a process has used, told by Linux. Clocks inside workerd stand still while code runs, so
 * workers are measured from outside.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { workerdProcesses } from '../../tests/worker/support/workerd-process.mjs';

/** Processor time of all threads, to the nanosecond where the kernel keeps it so. */
export function cpuMs(pid) {
  const tasks = readdirSync(`/proc/${pid}/task`);
  const ran = tasks.map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]));
  return ran.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e6;
}

const readStatus = (pid, field) => {
  const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1024;
};

export const residentBytes = (pid) => readStatus(pid, 'VmRSS');
export const peakBytes = (pid) => readStatus(pid, 'VmHWM');

/** Lets the peak begin at what is resident now. */
export const resetPeak = (pid) => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/**
 * Runs something and finds the workerd it has started.
 * @template T
 * @param {() => Promise<T>} start
 * @returns {Promise<{started: T, pid: number}>}
 */
export async function withPidOfWorkerd(start) {
  const before = new Set(workerdProcesses());
  const started = await start();
  const [pid] = workerdProcesses().filter((one) => !before.has(one));
  if (!pid) throw new Error('There is no new workerd process to measure');
  return { started, pid };
}
