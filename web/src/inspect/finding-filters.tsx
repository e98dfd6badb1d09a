import { formatNumber } from '../lib/format';
import type { Finding, Outcome } from './documents';
import { type FindingFilter, countReasons } from './finding-filter';

const OUTCOMES: readonly Outcome[] = ['kept', 'filtered', 'rejected', 'duplicate', 'notice'];

interface Props {
  postings: readonly Finding[];
  filter: FindingFilter;
  onFilter(filter: FindingFilter): void;
}

/** The form of the filter of postings. */
export function FindingFilters({ postings, filter, onFilter }: Props) {
  const choose = (outcome?: Outcome) => onFilter({ ...filter, outcome, reason: '' });
  return (
    <div className="findings-filters">
      <fieldset className="chips">
        <legend className="visually-hidden">Outcome</legend>
        <Chip label="All" count={postings.length} isOn={!filter.outcome} onClick={() => choose()} />
        {OUTCOMES.map((one) => ({ one, count: postings.filter(({ outcome }) => outcome === one).length }))
          .filter(({ count }) => count > 0)
          .map(({ one, count }) => (
            <Chip key={one} label={one} count={count} isOn={filter.outcome === one} onClick={() => choose(one)} />
          ))}
      </fieldset>
      <label className="field">
        <span>Find</span>
        <input
          type="search"
          value={filter.text}
          placeholder="title, company, place, id"
          onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        />
      </label>
      <label className="field reason-filter">
        <span>Reason</span>
        <select value={filter.reason} onChange={({ target }) => onFilter({ ...filter, reason: target.value })}>
          <option value="">Any</option>
          {countReasons(postings, filter.outcome).map(([text, count]) => (
            <option key={text} value={text}>
              {text} ({count})
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Chip({ label, count, isOn, onClick }: { label: string; count: number; isOn: boolean; onClick(): void }) {
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={onClick}>
      {label} <span>{formatNumber(count)}</span>
    </button>
  );
}
