import { NextTick } from './next-tick';
import type { Trigger } from './use-trigger';

/** The outcome of an action, told to screen readers as it comes, and again when a later part is done. */
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
              That is <NextTick worker={outcome.next} />
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** The outcome of the last action on a row that is listed no more: a filter may let it through no longer. */
export function OutcomeOfGone({ trigger, listed }: { trigger: Trigger; listed: readonly string[] }) {
  const { last } = trigger;
  return last && !listed.includes(last) ? <TriggerResult trigger={trigger} about={last} /> : null;
}
