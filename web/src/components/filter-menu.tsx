import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
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

/** A button that opens a panel; the browser does that, with or without scripts. */
export function Menu({ label, badge, children }: { label: string; badge?: ReactNode; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useCloseFromOutside(details);
  return (
    <details className="filter" name="filter" ref={details} data-active={badge !== undefined || undefined}>
      <summary>
        {label}
        {badge !== undefined && <span className="badge">{badge}</span>}
      </summary>
      <fieldset className="filter-panel">
        <legend className="visually-hidden">{label}</legend>
        {children}
      </fieldset>
    </details>
  );
}

/** A menu of boxes to tick. */
export function FilterMenu({ name, label, options, value, onToggle }: Properties) {
  const chosen = split(value);
  return (
    <Menu label={label} badge={chosen.length || undefined}>
      {options.map((option) => (
        <label key={option.value} className="check">
          <input
            type="checkbox"
            name={name}
            value={option.value}
            checked={chosen.includes(option.value)}
            onChange={() => onToggle(option.value)}
          />
          <span suppressHydrationWarning>{option.label}</span>
          {option.count !== undefined && <span className="count">{formatNumber(option.count)}</span>}
        </label>
      ))}
    </Menu>
  );
}

function useCloseFromOutside(details: RefObject<HTMLDetailsElement | null>) {
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
