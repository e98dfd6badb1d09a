import { type FormEvent, useState } from 'react';
import { TriggerResult } from './trigger-result';
import type { Trigger } from './use-trigger';

const ADD = '/api/v3/companies';

/** The form that enters a board by its address, or a candidate by its name. */
export function AddForm({ trigger }: { trigger: Trigger }) {
  const [company, setCompany] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trigger.run({ path: ADD, name: `Add ${company.trim()}`, verb: 'Add', body: { company: company.trim() } });
  };
  return (
    <form className="panel add-form needs-script" aria-label="Add a company" onSubmit={submit}>
      <label className="field">
        <span>Add a company: the address of its board, or its slug</span>
        <input
          required
          pattern=".*\S.*"
          title="An address or a slug"
          value={company}
          placeholder="https://jobs.lever.co/acme"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setCompany(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={trigger.isRunning(ADD)}>
        {trigger.isRunning(ADD) ? 'Adding …' : 'Add'}
      </button>
      <TriggerResult trigger={trigger} about={ADD} />
    </form>
  );
}
