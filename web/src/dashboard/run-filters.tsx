import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef } from 'react';
import { SOURCES } from '../lib/sources';
import { type RunFilter, STATUSES, TYPES, isFiltered, readRunFilter } from './run-filter';

const FIELDS = [
  { name: 'type', label: 'Worker', choices: TYPES },
  { name: 'source', label: 'Source', choices: SOURCES },
  { name: 'status', label: 'Status', choices: STATUSES },
] as const;

/** A form that also works without scripts: its fields are the page's query. */
export function RunFilters({ filter }: { filter: RunFilter }) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    const search = readRunFilter(Object.fromEntries(new FormData(form.current!)));
    void navigate({ to: '/dashboard', search, replace: true, resetScroll: false });
  };
  return (
    <form
      className="run-filters"
      ref={form}
      role="search"
      aria-label="Runs"
      onSubmit={apply}
      key={JSON.stringify(filter)}
    >
      {FIELDS.map(({ name, label, choices }) => (
        <label key={name} className="field">
          <span>{label}</span>
          <select name={name} defaultValue={filter[name] ?? ''} onChange={() => apply()}>
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
          defaultValue={filter.company ?? ''}
          placeholder="slug"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <label className="run-errors">
        <input type="checkbox" name="errors" defaultChecked={filter.errors} onChange={() => apply()} /> Errors only
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
