import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, type RefObject, createContext, useContext, useEffect, useRef, useState } from 'react';
import { facetsQuery } from '../api/queries';
import type { Facets } from '../api/types';
import { formatNumber } from '../lib/format';
import { type JobFilter, filterOf, split } from '../lib/search';

export interface Option {
  value: string;
  label: string;
  count?: number;
}

interface Properties {
  name: 'category' | 'remote' | 'source';
  label: string;
  optionsOf: (facets: Facets | undefined, filter: JobFilter) => Option[];
  filter: JobFilter;
  /** The facets of the filter; absent where it acts on kept postings. */
  facets?: Facets;
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

/** The words of the way from a menu to the list, where the menu covers it. */
export const WayToList = createContext('');

/** Focuses the field of a menu, so that one can type at once; not on a touch screen, whose keys would cover it. */
function focusSearch(menu: HTMLElement) {
  if (matchMedia('(hover: hover)').matches) menu.querySelector<HTMLElement>('.find-option')?.focus();
}

/** A button that opens a panel; the browser does that, with or without scripts. On phones the panel is a sheet. */
export function Menu({ label, badge, isActive = badge !== undefined, onOpen, children }: MenuProperties) {
  const details = useRef<HTMLDetailsElement>(null);
  useCloseFromOutside(details);
  const open = () => {
    onOpen?.();
    focusSearch(details.current!);
  };
  return (
    <details
      className="filter"
      name="filter"
      ref={details}
      data-active={isActive || undefined}
      onToggle={({ newState }) => newState === 'open' && open()}
    >
      <summary suppressHydrationWarning>
        {label}
        {badge !== undefined && <span className="badge">{badge}</span>}
      </summary>
      <fieldset className="filter-panel">
        <legend className="visually-hidden">{label}</legend>
        <p className="sheet-title" aria-hidden="true" suppressHydrationWarning>
          {label}
        </p>
        {children}
        <button type="button" className="button primary sheet-foot needs-script" onClick={() => close(details.current!)}>
          {useContext(WayToList)}
        </button>
      </fieldset>
    </details>
  );
}

/** The number of options from which on a menu can be searched. */
const LONG = 12;

/** A menu of boxes to tick, those that are ticked first. */
export function FilterMenu({ name, label, optionsOf, filter, facets, onToggle }: Properties) {
  const [isOpened, setIsOpened] = useState(false);
  const chosen = split(filter[name]);
  const isChosen = chosen.length > 0;
  // What is found with some values counts these alone: the others are counted as if none was chosen.
  const withoutChoice = { ...filterOf(filter), [name]: undefined };
  const others = useQuery({ ...facetsQuery(withoutChoice), enabled: isOpened && isChosen && facets !== undefined });
  return (
    <Menu label={label} badge={chosen.length || undefined} onOpen={() => setIsOpened(true)}>
      <Options options={optionsOf(isChosen ? others.data : facets, filter)} chosen={chosen} label={label}>
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
  /** The box to tick for an option. */
  children: (option: Option) => ReactNode;
}

/** Options of a menu, with a field to find one where they are many. */
export function Options({ options, chosen, label, children }: OptionsProperties) {
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  // Which are first is told when the menu is drawn: none goes away under the pointer.
  const [first] = useState(chosen);
  const isFirst = ({ value }: Option) => first.includes(value);
  const wanted = text.trim().toLowerCase();
  const isMeant = (option: Option) => option.label.toLowerCase().includes(wanted);
  const sorted = [...options.filter(isFirst), ...options.filter((option) => !isFirst(option))];
  const takeFirst = ({ key }: KeyboardEvent) => {
    if (key === 'Enter' && wanted) list.current?.querySelector<HTMLElement>('.check:not([hidden]) input')?.click();
  };
  return (
    <div className="options" ref={list}>
      {options.length > LONG && (
        <input
          type="text"
          className="find-option needs-script"
          aria-label={`Find in ${label}`}
          placeholder="Find"
          value={text}
          autoComplete="off"
          enterKeyHint="done"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={takeFirst}
        />
      )}
      {sorted.map((option) => (
        <label key={option.value} className="check" data-empty={option.count === 0 || undefined} hidden={!isMeant(option)}>
          {children(option)}
          <span suppressHydrationWarning>{option.label}</span>
          {option.count !== undefined && <span className="count">{formatNumber(option.count)}</span>}
        </label>
      ))}
    </div>
  );
}

/** Closes a menu; the focus goes back to what opened it. */
function close(menu: HTMLDetailsElement) {
  const hadFocus = menu.contains(document.activeElement);
  menu.open = false;
  if (hadFocus) menu.querySelector('summary')?.focus();
}

function useCloseFromOutside(details: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const closeIf = (isMeant: boolean) => isMeant && details.current?.open && close(details.current);
    const onPointer = (event: PointerEvent) => closeIf(!details.current?.contains(event.target as Node));
    const onKey = (event: globalThis.KeyboardEvent) => closeIf(event.key === 'Escape');
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [details]);
}
