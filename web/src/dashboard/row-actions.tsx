import { TriggerResult } from './trigger-result';
import type { Action, Trigger } from './use-trigger';

interface Props {
  trigger: Trigger;
  /** The name of the row, as readers call it. */
  name: string;
  about: string;
  actions: readonly (Omit<Action, 'name' | 'about'> & { verb: string })[];
}

/** The buttons of a row, and the outcome of the last one pressed. */
export function RowActions({ trigger, name, about, actions }: Props) {
  return (
    <>
      <span className="row-actions needs-script">
        {actions.map((action) => (
          <button
            key={action.path}
            type="button"
            className="button small"
            disabled={trigger.isRunning(about)}
            onClick={() => trigger.run({ ...action, about, name: `${action.verb} ${name}` })}
          >
            {action.verb}
            <span className="visually-hidden"> {name}</span>
          </button>
        ))}
      </span>
      <TriggerResult trigger={trigger} about={about} />
    </>
  );
}
