import { type Ref, useState } from 'react';
import { formatNumber } from '../lib/format';
import { type Finding, isKept } from './documents';
import { OutcomeTag } from './outcome-tag';

interface Props {
  ref: Ref<HTMLDivElement>;
  items: { finding: Finding; index: number }[];
  selected: number | undefined;
  onSelect(index: number): void;
}

const STEP = 200;

export function FindingList({ ref, items, selected, onSelect }: Props) {
  const [most, setMost] = useState(STEP);
  const more = Math.min(STEP, items.length - most);
  return (
    <div className="panel finding-list" ref={ref}>
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
