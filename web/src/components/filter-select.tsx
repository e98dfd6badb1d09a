interface Properties<Value> {
  name: string;
  label: string;
  /** The text where nothing is chosen. */
  none: string;
  /** The values on offer. */
  choices: Value[];
  labelOf: (value: Value) => string;
  value?: Value;
  onChange: (value: string) => void;
}

/** A menu of one choice; a value that an address has beyond those offered is among them. */
export function FilterSelect<Value extends string | number>({
  name,
  label,
  none,
  choices,
  labelOf,
  value,
  onChange,
}: Properties<Value>) {
  const isOffered = value === undefined || choices.includes(value);
  return (
    <div className="filter-select" data-active={value !== undefined || undefined}>
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select
        id={`filter-${name}`}
        name={name}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {(isOffered ? choices : [value, ...choices]).map((choice) => (
          <option key={choice} value={choice}>
            {labelOf(choice)}
          </option>
        ))}
      </select>
    </div>
  );
}
