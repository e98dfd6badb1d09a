interface Props {
  label: string;
  /** The text of the empty value. */
  none: string;
  choices: readonly { value: string; label: string }[];
  value: string;
  onChange(value: string): void;
}

export function Choice({ label, none, choices, value, onChange }: Props) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
