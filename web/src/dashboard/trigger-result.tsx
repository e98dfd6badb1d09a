import type { Trigger } from './use-trigger';

/** What came of an action, told to screen readers as it comes. */
export function TriggerResult({ trigger, path }: { trigger: Trigger; path: string }) {
  const outcome = trigger.outcomeOf(path);
  return (
    <div role="status" className="trigger-result">
      {outcome && <p className={outcome.isGood ? 'good' : 'bad'}>{outcome.text}</p>}
    </div>
  );
}
