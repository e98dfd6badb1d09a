import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { sources, toChoices } from '../lib/sources';
import { type RunFilter, STATUSES, TYPES, isFiltered, isSameFilter, readRunFilter } from './run-filter';

const fieldsOfForm = () =>
  [
    { name: 'type', label: 'Worker', choices: TYPES },
    { name: 'source', label: 'Source', choices: toChoices(sources()) },
    { name: 'status', label: 'Status', choices: STATUSES },
  ] as const;

/** A form that also works without scripts: its fields are the page's query. */
export function RunFilters({ filter }: { filter: RunFilter }) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState(filter);
  const sent = useRef(filter);
  // Back, forward and "Clear" change the address without the form.
  useEffect(() => {
    if (isSameFilter(filter, sent.current)) return;
    sent.current = filter;
    setFields(filter);
  }, [filter]);

  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    const search = readRunFilter(Object.fromEntries(new FormData(form.current!)));
    sent.current = search;
    setFields(search);
    void navigate({ to: '/dashboard', search, replace: true, resetScroll: false });
  };
  return (
    <form className="run-filters" ref={form} role="search" aria-label="Runs" onSubmit={apply}>
      {fieldsOfForm().map(({ name, label, choices }) => (
        <label key={name} className="field">
          <span>{label}</span>
          <select name={name} value={fields[name] ?? ''} onChange={() => apply()}>
            <option value="">All</option>
            {choices.map((choice) => (
              <option key={choice.name} value={choice.name}>
                {choice.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="field">
        <span>Company</span>
        <input
          name="company"
          value={fields.company ?? ''}
          onChange={({ target }) => setFields({ ...fields, company: target.value })}
          placeholder="slug"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label className="run-errors">
        <input type="checkbox" name="errors" checked={fields.errors ?? false} onChange={() => apply()} /> Errors only
      </label>
      <button type="submit" className="button">
        Filter
      </button>
      {isFiltered(filter) && (
        <Link to="/dashboard" search={{}} resetScroll={false}>
          Clear
        </Link>
      )}
    </form>
  );
}
