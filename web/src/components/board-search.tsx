import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { toQuery } from '../api/client';
import type { Facets } from '../api/types';
import { AGES, SALARIES, categoryOptions, scopeOptions, sourceOptions } from '../lib/filter-options';
import { type BoardSearch, type JobFilter, SORTS, filterOf, parseQuery, readFilter, toggle } from '../lib/search';
import { CompanyFilter } from './company-filter';
import { FilterMenu, type Option } from './filter-menu';
import { Icon } from './icons';

const TYPING_PAUSE_MS = 250;

/** Changes the filter; the list begins anew. */
export function useFilter(search: BoardSearch) {
  const navigate = useNavigate();
  return (changed: JobFilter, { replace = false } = {}) =>
    void navigate({ to: '/', search: { ...filterOf(search), ...changed }, replace, resetScroll: false });
}

interface Properties {
  search: BoardSearch;
  facets?: Facets;
  /** Names of companies to offer. */
  companies: string[];
}

/** Search and filters: a form that the browser can send by itself, and that acts at once with scripts. */
export function BoardSearchForm({ search, facets, companies }: Properties) {
  const change = useFilter(search);
  const form = useRef<HTMLFormElement>(null);
  useEarlyInput(form, search, change);
  return (
    <form className="board-search" role="search" action="/" method="get" ref={form} onSubmit={(event) => event.preventDefault()}>
      <SearchBox text={search.search ?? ''} onSearch={(text) => change({ search: text || undefined }, { replace: true })} />
      <div className="filters">
        <FilterMenu
          name="category"
          label="Category"
          options={categoryOptions(facets, search)}
          value={search.category}
          onToggle={(value) => change({ category: toggle(search.category, value) })}
        />
        <FilterMenu
          name="remote"
          label="Work from"
          options={scopeOptions(facets, search)}
          value={search.remote}
          onToggle={(value) => change({ remote: toggle(search.remote, value) })}
        />
        <CompanyFilter
          value={search.company}
          companies={companies}
          onChoose={(company) => change({ company })}
        />
        <FilterMenu
          name="source"
          label="Source"
          options={sourceOptions(facets, search)}
          value={search.source}
          onToggle={(value) => change({ source: toggle(search.source, value) })}
        />
        <Select
          name="salaryMin"
          label="Pay"
          none="Any pay"
          options={SALARIES}
          value={search.salaryMin}
          onChange={(value) => change({ salaryMin: Number(value) || undefined })}
        />
        <Select
          name="postedWithin"
          label="Age"
          none="Any age"
          options={AGES}
          value={search.postedWithin}
          onChange={(value) => change({ postedWithin: Number(value) || undefined })}
        />
        <Select
          name="sortBy"
          label="Order"
          none={search.search ? SORTS.relevance : SORTS.newest}
          options={sortOptions(search)}
          value={search.sortBy}
          onChange={(value) => change({ sortBy: (value || undefined) as JobFilter['sortBy'] })}
        />
      </div>
    </form>
  );
}

/** Acts on what was entered before scripts came. */
function useEarlyInput(form: RefObject<HTMLFormElement | null>, search: BoardSearch, change: (filter: JobFilter) => void) {
  const atFirst = useRef({ search, change });
  useEffect(() => {
    if (!form.current) return;
    const entries = [...new FormData(form.current)].map(([name, value]) => [name, String(value)]);
    const entered = readFilter(parseQuery(new URLSearchParams(entries).toString()));
    const { search: shown, change: apply } = atFirst.current;
    if (toQuery({ ...entered }) !== toQuery({ ...readFilter({ ...shown }) })) apply(entered);
  }, [form]);
}

/** All orders but the one that holds when none is chosen. */
function sortOptions({ search }: BoardSearch): Option[] {
  const usual = search ? 'relevance' : 'newest';
  return Object.entries(SORTS)
    .filter(([value]) => value !== usual && (search || value !== 'relevance'))
    .map(([value, label]) => ({ value, label }));
}

/** The box is the browser's: what was typed before scripts came stays in it. */
function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const sent = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Back, forward and cleared filters change the address without the box.
  useEffect(() => {
    if (text === sent.current || !input.current) return;
    sent.current = text;
    input.current.value = text;
  }, [text]);

  const send = () => {
    clearTimeout(timer.current);
    const typed = input.current?.value.trim() ?? '';
    if (typed === sent.current) return;
    sent.current = typed;
    onSearch(typed);
  };
  const sendSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(send, TYPING_PAUSE_MS);
  };
  return (
    <div className="search-box">
      <Icon name="search" />
      <input
        type="search"
        name="search"
        aria-label="Search jobs"
        placeholder="Title, skill or company"
        ref={input}
        defaultValue={text}
        maxLength={200}
        autoComplete="off"
        enterKeyHint="search"
        onChange={sendSoon}
        onKeyDown={(event) => event.key === 'Enter' && send()}
      />
      <kbd className="needs-script" aria-hidden="true">
        /
      </kbd>
      <button type="submit" className="button primary">
        Search
      </button>
    </div>
  );
}

interface SelectProperties {
  name: string;
  label: string;
  none: string;
  options: Option[];
  value?: string | number;
  onChange: (value: string) => void;
}

function Select({ name, label, none, options, value, onChange }: SelectProperties) {
  const known = options.some((option) => option.value === String(value));
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
      {value !== undefined && !known && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
