import { type KeyboardEvent, type Ref, useState } from 'react';
import { formatNumber } from '../lib/format';
import { type Finding, isKept } from './documents';
import { type Placed, stepFrom } from './finding-filter';
import { OutcomeTag } from './outcome-tag';

interface Props {
  ref: Ref<HTMLDivElement>;
  items: Placed[];
  selected: number | undefined;
  onSelect(index: number): void;
}

const STEP = 200;

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

export function FindingList({ ref, items, selected, onSelect }: Props) {
  const [most, setMost] = useState(STEP);
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const next = step && stepFrom(items.slice(0, most), selected, step);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  };
  const more = Math.min(STEP, items.length - most);
  return (
    // The keys go along its buttons, which have the focus.
    <div className="panel finding-list" ref={ref} onKeyDown={onKey} role="presentation">
      <ul className="finding-items">
        {items.slice(0, most).map(({ finding, index }) => (
          <li key={index}>
            <button type="button" data-index={index} aria-current={selected === index} onClick={() => onSelect(index)}>
              <span className="finding-title">{finding.title ?? <i>{nameOf(finding)}</i>}</span>
              <OutcomeTag outcome={finding.outcome} />
              <span className="finding-line">{lineOf(finding)}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length === 0 && <p className="quiet finding-hint">None.</p>}
      {more > 0 && (
        <button type="button" className="button finding-more" onClick={() => setMost(most + STEP)}>
          Show {formatNumber(more)} more of {formatNumber(items.length)}
        </button>
      )}
    </div>
  );
}

const nameOf = ({ outcome }: Finding) => (outcome === 'notice' ? 'Notice of the feed' : 'Without a title');

function lineOf(finding: Finding) {
  if (!isKept(finding)) return finding.reason;
  return [finding.company, finding.category.name, finding.payRange].filter(Boolean).join(' · ');
}
