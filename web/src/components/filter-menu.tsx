import { useEffect, useRef } from 'react';
import { formatNumber } from '../lib/format';
import { split } from '../lib/search';

export interface Option {
  value: string;
  label: string;
  count?: number;
}

interface Properties {
  name: string;
  label: string;
  options: Option[];
  /** The chosen values, by comma. */
  value?: string;
  onToggle: (value: string) => void;
}

/** A menu of boxes to tick. The browser opens it and sends what is ticked, with or without scripts. */
export function FilterMenu({ name, label, options, value, onToggle }: Properties) {
  const details = useRef<HTMLDetailsElement>(null);
  useCloseFromOutside(details);
  const chosen = split(value);
  return (
    <details className="filter" name="filter" ref={details} data-active={chosen.length > 0 || undefined}>
      <summary>
        {label}
        {chosen.length > 0 && <span className="badge">{chosen.length}</span>}
      </summary>
      <fieldset className="filter-panel">
        <legend className="visually-hidden">{label}</legend>
        {options.map((option) => (
          <label key={option.value} className="check">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              onChange={() => onToggle(option.value)}
            />
            <span>{option.label}</span>
            {option.count !== undefined && <span className="count">{formatNumber(option.count)}</span>}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function useCloseFromOutside(details: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = (isMeant: boolean) => {
      if (!isMeant || !details.current?.open) return;
      const hadFocus = details.current.contains(document.activeElement);
      details.current.open = false;
      if (hadFocus) details.current.querySelector('summary')?.focus();
    };
    const onPointer = (event: PointerEvent) => close(!details.current?.contains(event.target as Node));
    const onKey = (event: KeyboardEvent) => close(event.key === 'Escape');
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [details]);
}
