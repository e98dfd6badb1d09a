import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
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

interface MenuProperties {
  label: string;
  badge?: ReactNode;
  /** Whether it filters, where no badge says so. */
  isActive?: boolean;
  onOpen?: () => void;
  children: ReactNode;
}

/** A button that opens a panel; the browser does that, with or without scripts. */
export function Menu({ label, badge, isActive = badge !== undefined, onOpen, children }: MenuProperties) {
  const details = useRef<HTMLDetailsElement>(null);
  useCloseFromOutside(details);
  return (
    <details
      className="filter"
      name="filter"
      ref={details}
      data-active={isActive || undefined}
      onToggle={({ newState }) => newState === 'open' && onOpen?.()}
    >
      <summary suppressHydrationWarning>
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

/** From so many options on a menu can be searched. */
const LONG = 12;

/** A menu of boxes to tick, those that are ticked first. */
export function FilterMenu({ name, label, options, value, onToggle }: Properties) {
  const chosen = split(value);
  return (
    <Menu label={label} badge={chosen.length || undefined}>
      <Options options={options} chosen={chosen} label={label}>
        {(option) => (
          <input
            type="checkbox"
            name={name}
            value={option.value}
            checked={chosen.includes(option.value)}
            onChange={() => onToggle(option.value)}
          />
        )}
      </Options>
    </Menu>
  );
}

interface OptionsProperties {
  options: Option[];
  chosen: string[];
  label: string;
  /** What one ticks. */
  children: (option: Option) => ReactNode;
}

/** Options of a menu, with a field to find one where they are many. */
export function Options({ options, chosen, label, children }: OptionsProperties) {
  const [text, setText] = useState('');
  // Which are first is told when the menu is drawn: none goes away under the pointer.
  const [first] = useState(chosen);
  const isFirst = ({ value }: Option) => first.includes(value);
  const wanted = text.trim().toLowerCase();
  const isMeant = (option: Option) => option.label.toLowerCase().includes(wanted);
  const sorted = [...options.filter(isFirst), ...options.filter((option) => !isFirst(option))];
  return (
    <>
      {options.length > LONG && (
        <input
          type="text"
          className="find-option needs-script"
          aria-label={`Find in ${label}`}
          placeholder="Find"
          value={text}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {sorted.map((option) => (
        <label key={option.value} className="check" hidden={!isMeant(option)}>
          {children(option)}
          <span suppressHydrationWarning>{option.label}</span>
          {option.count !== undefined && <span className="count">{formatNumber(option.count)}</span>}
        </label>
      ))}
    </>
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
