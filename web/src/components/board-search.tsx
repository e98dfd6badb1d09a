import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import type { Facets } from '../api/types';
import {
  AGES,
  categoryOptions,
  labelOfAge,
  labelOfSort,
  scopeOptions,
  sortsOf,
  sourceOptions,
} from '../lib/filter-options';
import {
  type BoardSearch,
  type JobFilter,
  SORTS,
  type Sort,
  filterOf,
  isSameFilter,
  parseQuery,
  placeOf,
  readFilter,
  toggle,
} from '../lib/search';
import { CompanyFilter } from './company-filter';
import { FilterMenu } from './filter-menu';
import { FilterSelect } from './filter-select';
import { LivesInMenu } from './lives-in-menu';
import { PayFilter } from './pay-filter';
import { SearchBox } from './search-box';

interface Properties {
  search: BoardSearch;
  facets?: Facets;
  /** Names of companies to offer. */
  companies: string[];
}

const MENUS = [
  { name: 'category', label: 'Category', optionsOf: categoryOptions },
  { name: 'remote', label: 'Work from', optionsOf: scopeOptions },
  { name: 'source', label: 'Source', optionsOf: sourceOptions },
] as const;

/** A filter without the place where one lives: a reader who names scopes does not want those of a country. */
const NO_HOME = { livesIn: undefined, worldwide: undefined };

/** Search and filters: a form that the browser can send by itself, and that acts at once with scripts. */
export function BoardSearchForm({ search, facets, companies }: Properties) {
  const change = useFilter(search);
  const form = useRef<HTMLFormElement>(null);
  useEarlyInput(form, search, change);
  return (
    <form
      className="board-search"
      role="search"
      action="/"
      method="get"
      ref={form}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchBox
        text={search.search ?? ''}
        onSearch={(text) => change({ search: text || undefined }, { replace: true })}
      />
      <div className="filters">
        <LivesInMenu filter={search} onChange={change} />
        {MENUS.map(({ name, label, optionsOf }) => (
          <FilterMenu
            key={name}
            {...{ name, label, optionsOf, facets }}
            filter={search}
            onToggle={(value) => change({ [name]: toggle(search[name], value), ...(name === 'remote' ? NO_HOME : {}) })}
          />
        ))}
        <CompanyFilter value={search.company} companies={companies} onChoose={(company) => change({ company })} />
        <PayFilter filter={search} onChange={change} />
        <FilterSelect
          {...{ name: 'postedWithin', label: 'Posted', none: 'any time', choices: AGES, labelOf: labelOfAge }}
          value={search.postedWithin}
          onChange={(value) => change({ postedWithin: Number(value) || undefined })}
        />
        <FilterSelect
          {...{ name: 'sortBy', label: 'Order', choices: sortsOf(search), labelOf: labelOfSort }}
          none={search.search ? SORTS.relevance : SORTS.newest}
          value={search.sortBy}
          onChange={(value) => change({ sortBy: (value as Sort) || undefined })}
        />
      </div>
    </form>
  );
}

/** Changes the filter; the list begins anew. */
function useFilter(search: BoardSearch) {
  const navigate = useNavigate();
  return (changed: JobFilter, { replace = false } = {}) =>
    void navigate({
      to: '/',
      search: { ...readFilter({ ...filterOf(search), ...changed }), ...placeOf(search) },
      replace,
      resetScroll: false,
    });
}

type Change = ReturnType<typeof useFilter>;

/** Acts on input from before scripts came. */
function useEarlyInput(form: RefObject<HTMLFormElement | null>, search: BoardSearch, change: Change) {
  const atFirst = useRef({ search, change });
  useEffect(() => {
    if (!form.current) return;
    const entries = [...new FormData(form.current)].map(([name, value]) => [name, String(value)]);
    const entered = readFilter(parseQuery(new URLSearchParams(entries).toString()));
    const { search: shown, change: apply } = atFirst.current;
    if (!isSameFilter(entered, shown)) apply(entered);
  }, [form]);
}
