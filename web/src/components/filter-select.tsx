import type { Option } from './filter-menu';

interface Properties {
  name: string;
  label: string;
  /** What stands there when nothing is chosen. */
  none: string;
  options: Option[];
  value?: string | number;
  onChange: (value: string) => void;
}

/** A menu of one choice. What an address has chosen beyond those offered is shown as it is. */
export function FilterSelect({ name, label, none, options, value, onChange }: Properties) {
  const isOffered = options.some((option) => option.value === String(value));
  return (
    <select
      className="filter-select"
      name={name}
      aria-label={label}
      value={value ?? ''}
      data-active={value !== undefined || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{none}</option>
      {value !== undefined && !isOffered && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
