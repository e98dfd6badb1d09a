import { NextTick } from './next-tick';
import type { Trigger } from './use-trigger';

/** What came of an action, told to screen readers as it comes, and when what is still to come is done. */
export function TriggerResult({ trigger, about }: { trigger: Trigger; about: string }) {
  const outcome = trigger.outcomeOf(about);
  return (
    <div role="status" className="trigger-result">
      {outcome && (
        <p className={outcome.isGood ? 'good' : 'bad'}>
          {outcome.text}
          {outcome.next && (
            <>
              {' '}
              That is <NextTick worker={outcome.next} />.
            </>
          )}
        </p>
      )}
    </div>
  );
}
