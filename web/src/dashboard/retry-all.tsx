import type { WorkerId } from './documents';
import { TriggerResult } from './trigger-result';
import type { Trigger } from './use-trigger';

interface Props {
  trigger: Trigger;
  path: string;
  worker: WorkerId;
  text: string;
}

/** The button that makes everything due at once that waits after a failure. */
export function RetryAll({ trigger, path, worker, text }: Props) {
  return (
    <div className="retry-all needs-script">
      <button
        type="button"
        className="button"
        disabled={trigger.isRunning(path)}
        onClick={() => trigger.run({ path, worker, name: text, verb: 'Retry' })}
      >
        {text}
      </button>
      <TriggerResult trigger={trigger} about={path} />
    </div>
  );
}
