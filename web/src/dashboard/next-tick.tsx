import { useQuery } from '@tanstack/react-query';
import { useNow } from '../lib/clock';
import type { WorkerId } from './documents';
import { Moment } from './now';
import { statsQuery } from './queries';
import { nextRun } from './schedule';

/** The next firing of a worker's cron. The browser's clock tells it: the server would be asked every second. */
export function NextRun({ schedule }: { schedule: string }) {
  const now = useNow();
  const next = now > 0 ? nextRun(schedule, now) : undefined;
  return next === undefined ? schedule : <Moment date={next} />;
}

/** The next firing of a worker's cron, by the worker's name. */
export function NextTick({ worker }: { worker: WorkerId }) {
  const { data } = useQuery(statsQuery);
  return data ? <NextRun schedule={data.workerStatus[worker].schedule} /> : 'soon';
}
