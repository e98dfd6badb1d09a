import { Link } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';

type Values = Record<string, string | boolean | undefined>;

/** A choice among some values, or a text where there are none to choose from. */
export interface FilterField {
  name: string;
  label: string;
  choices?: readonly { name: string; label: string }[];
  /** The text of the choice of none. */
  none?: string;
  placeholder?: string;
}

interface Props<Filter extends Values> {
  /** The label of the listed things. */
  label: string;
  fields: readonly FilterField[];
  flag?: { name: string; label: string };
  filter: Filter;
  read(raw: Record<string, unknown>): Filter;
  onFilter(filter: Filter): void;
}

const isGiven = (filter: Values) => Object.values(filter).some((value) => value !== undefined);

/** The values of the fields, which follow the address, and what changes and sends them. */
function useFilterValues<Filter extends Values>({ filter, read, onFilter }: Props<Filter>) {
  const [values, setValues] = useState(filter);
  const sent = useRef(filter);
  // Back, forward and "Clear" change the address without the form.
  useEffect(() => {
    const isSame = JSON.stringify(read(filter)) === JSON.stringify(read(sent.current));
    if (isSame) return;
    sent.current = filter;
    setValues(filter);
  }, [filter, read]);

  const apply = (form: HTMLFormElement) => {
    const chosen = read(Object.fromEntries(new FormData(form)));
    sent.current = chosen;
    setValues(chosen);
    onFilter(chosen);
  };
  return { values, setValues, apply };
}

/** A form that also works without scripts: its fields are the page's query. */
export function FilterForm<Filter extends Values>(props: Props<Filter>) {
  const { label, fields, flag, filter } = props;
  const form = useRef<HTMLFormElement>(null);
  const { values, setValues, apply: applyForm } = useFilterValues(props);
  const apply = (event?: FormEvent) => {
    event?.preventDefault();
    applyForm(form.current!);
  };
  return (
    <form className="list-filters" ref={form} role="search" aria-label={label} onSubmit={apply}>
      {fields.map((field) => (
        <FilterInput
          key={field.name}
          field={field}
          value={String(values[field.name] ?? '')}
          onText={(text) => setValues({ ...values, [field.name]: text })}
          onChoice={() => apply()}
        />
      ))}
      {flag && (
        <label className="filter-flag">
          <input type="checkbox" name={flag.name} checked={values[flag.name] === true} onChange={() => apply()} />{' '}
          {flag.label}
        </label>
      )}
      <button type="submit" className="button">
        Filter
      </button>
      {isGiven(filter) && (
        <Link to="." search={{}} resetScroll={false}>
          Clear
        </Link>
      )}
    </form>
  );
}

interface InputProps {
  field: FilterField;
  value: string;
  onText(text: string): void;
  onChoice(): void;
}

function FilterInput({ field: { name, label, choices, none = 'All', placeholder }, value, onText, onChoice }: InputProps) {
  return (
    <label className="field">
      <span>{label}</span>
      {choices ? (
        <select name={name} value={value} onChange={onChoice}>
          <option value="">{none}</option>
          {choices.map((choice) => (
            <option key={choice.name} value={choice.name}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...{ name, placeholder, value }}
          onChange={({ target }) => onText(target.value)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </label>
  );
}
