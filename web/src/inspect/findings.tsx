import { useEffect, useRef, useState } from 'react';
import { ReceiptBar, ReceiptSum } from '../receipt/receipt-bar';
import { formatCount, formatNumber } from '../lib/format';
import { balanceOf } from '../receipt/receipt';
import { isWide } from '../lib/use-wide';
import { type Overview, type Texts, isKept } from './documents';
import { BesideTheSite } from './beside-the-site';
import { FindingDetail } from './finding-detail';
import { NO_FILTER, filterFindings } from './finding-filter';
import { FindingFilters } from './finding-filters';
import { FindingList } from './finding-list';
import { formatBytes } from './format-bytes';
import type { Payload } from './use-inspection';

interface Props {
  payload: Payload;
  overview: Overview;
  durationMs: number;
  readTexts(index: number): Promise<Texts>;
  /** The address of the posting to begin with. */
  wanted?: string;
}

/** The posting that is wanted; else, where there is room for it, the first one is open, as on the board. */
function firstChosen(postings: Overview['postings'], wanted?: string): number | undefined {
  const at = wanted ? postings.findIndex((finding) => isKept(finding) && finding.url === wanted) : -1;
  if (at >= 0) return at;
  return isWide() && postings.length > 0 ? 0 : undefined;
}

/** The result of a sync of the payload: the receipt, and the postings by their outcomes. */
export function Findings({ payload, overview, durationMs, readTexts, wanted }: Props) {
  const { postings } = overview;
  const [filter, setFilter] = useState(NO_FILTER);
  const [selected, setSelected] = useState(() => firstChosen(postings, wanted));
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const shown = filterFindings(postings, filter);
  const select = (index: number) => {
    setSelected(index);
    // Where there is room for one only, the list is gone.
    if (!isWide()) requestAnimationFrame(() => detail.current?.focus());
  };
  const goBack = () => {
    setSelected(undefined);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-index="${selected}"]`)?.focus());
  };

  return (
    <section className="findings" aria-labelledby="findings-heading">
      <Summary {...{ payload, overview, durationMs }} />
      <FindingFilters postings={postings} filter={filter} onFilter={setFilter} />
      <p role="status" className="visually-hidden">
        {shown.length} of {postings.length} shown
      </p>
      <div className={selected === undefined ? 'findings-panes' : 'findings-panes has-selected'}>
        <FindingList key={JSON.stringify(filter)} ref={list} items={shown} selected={selected} onSelect={select} />
        <div className="panel finding-pane" ref={detail} tabIndex={-1} role="region" aria-label="Posting">
          {selected === undefined ? (
            <p className="quiet finding-hint">Choose a posting to see what is made of it.</p>
          ) : (
            <FindingDetail
              key={selected}
              {...{ overview, index: selected }}
              readTexts={readTexts}
              onClose={goBack}
            />
          )}
        </div>
      </div>
    </section>
  );
}

/** The sum of what was read; its heading takes the focus. */
function Summary({ payload, overview, durationMs }: Pick<Props, 'payload' | 'overview' | 'durationMs'>) {
  const { postings, receipt, sourceName } = overview;
  const balance = balanceOf(receipt)!;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="panel findings-summary">
      <h2 id="findings-heading" ref={heading} tabIndex={-1}>
        {sourceName}: {formatCount(receipt.fetched, 'posting', 'postings')}, {formatNumber(receipt.added)} kept
      </h2>
      <ReceiptBar balance={balance} />
      <ReceiptSum balance={balance} />
      <p className="quiet">
        {payload.name}, {formatBytes(payload.bytes.length)}, read in {formatNumber(Math.round(durationMs))} ms.
        “Added” is what an empty database would gain.
      </p>
      {postings.length === 0 && !payload.source && (
        <p className="quiet">An empty list may be of several sources: choose the one above for what it is there.</p>
      )}
      {payload.board && <BesideTheSite overview={overview} board={payload.board} />}
    </div>
  );
}
