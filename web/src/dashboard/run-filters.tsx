import { useNavigate } from '@tanstack/react-router';
import { sources, toChoices } from '../lib/sources';
import { FilterForm } from './filter-form';
import { RUN_ORDERS } from './order';
import { type RunFilter, STATUSES, TRIGGERS, TYPES, readRunFilter } from './run-filter';

export function RunFilters({ filter }: { filter: RunFilter }) {
  const navigate = useNavigate();
  return (
    <FilterForm
      label="Runs"
      fields={[
        { name: 'type', label: 'Worker', choices: TYPES },
        { name: 'source', label: 'Source', choices: toChoices(sources()) },
        { name: 'status', label: 'Status', choices: STATUSES },
        { name: 'trigger', label: 'Begun by', choices: TRIGGERS },
        { name: 'company', label: 'Company', placeholder: 'name or slug' },
        { name: 'sort', label: 'Order of those listed', none: 'Newest first', choices: RUN_ORDERS },
      ]}
      flag={{ name: 'errors', label: 'Errors only' }}
      filter={filter}
      read={readRunFilter}
      onFilter={(search) => void navigate({ to: '/dashboard', search, replace: true, resetScroll: false })}
    />
  );
}
