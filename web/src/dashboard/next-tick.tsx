import { useQuery } from '@tanstack/react-query';
import { useNow } from '../lib/clock';
import type { WorkerId } from './documents';
import { Moment } from './now';
import { statsQuery } from './queries';
import { nextRun } from './schedule';

/** When a worker's cron fires next. Told by the browser's clock: the server would be asked for it every second. */
export function NextRun({ schedule }: { schedule: string }) {
  const now = useNow();
  const next = now > 0 ? nextRun(schedule, now) : undefined;
  return next === undefined ? schedule : <Moment date={next} />;
}

/** The same of a worker by its name. */
export function NextTick({ worker }: { worker: WorkerId }) {
  const { data } = useQuery(statsQuery);
  return data ? <NextRun schedule={data.workerStatus[worker].schedule} /> : 'soon';
}
