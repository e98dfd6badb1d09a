import { useEffect, useRef, useState } from 'react';
import { ReceiptBar, ReceiptSum } from '../components/receipt-bar';
import { formatCount, formatNumber } from '../lib/format';
import { balanceOf } from '../lib/receipt';
import { isWide } from '../lib/use-wide';
import type { Finding, Outcome, Overview, Texts } from './documents';
import { FindingDetail } from './finding-detail';
import { FindingList } from './finding-list';
import { formatBytes } from './format-bytes';
import type { Payload } from './use-inspection';

interface Props {
  payload: Payload;
  overview: Overview;
  durationMs: number;
  readTexts(index: number): Promise<Texts>;
}

const OUTCOMES: readonly Outcome[] = ['kept', 'filtered', 'rejected', 'duplicate', 'notice'];

function countReasons(findings: Finding[]) {
  const counts = new Map<string, number>();
  for (const { reason } of findings) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** What a sync would do with the payload: the receipt, and the postings by what becomes of them. */
export function Findings({ payload, overview, durationMs, readTexts }: Props) {
  const { postings, receipt, sourceName } = overview;
  const [outcome, setOutcome] = useState<Outcome>();
  const [reason, setReason] = useState('');
  const [selected, setSelected] = useState<number>();
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const balance = balanceOf(receipt)!;
  const ofOutcome = outcome ? postings.filter((one) => one.outcome === outcome) : postings;
  const shown = postings
    .map((finding, index) => ({ finding, index }))
    .filter(({ finding }) => (!outcome || finding.outcome === outcome) && (!reason || finding.reason === reason));
  const choose = (next?: Outcome) => {
    setOutcome(next);
    setReason('');
  };
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
      </div>
      <div className="findings-filters">
        <fieldset className="chips">
          <legend className="visually-hidden">Outcome</legend>
          <Chip label="All" count={postings.length} isOn={!outcome} onClick={() => choose()} />
          {OUTCOMES.map((one) => ({ one, count: postings.filter((finding) => finding.outcome === one).length }))
            .filter(({ count }) => count > 0)
            .map(({ one, count }) => (
              <Chip key={one} label={one} count={count} isOn={outcome === one} onClick={() => choose(one)} />
            ))}
        </fieldset>
        <label className="field reason-filter">
          <span>Reason</span>
          <select value={reason} onChange={({ target }) => setReason(target.value)}>
            <option value="">Any</option>
            {countReasons(ofOutcome).map(([text, count]) => (
              <option key={text} value={text}>
                {text} ({count})
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status" className="visually-hidden">
        {shown.length} of {postings.length} shown
      </p>
      <div className={selected === undefined ? 'findings-panes' : 'findings-panes has-selected'}>
        <FindingList key={`${outcome}/${reason}`} ref={list} items={shown} selected={selected} onSelect={select} />
        <div className="panel finding-pane" ref={detail} tabIndex={-1} role="region" aria-label="Posting">
          {selected === undefined ? (
            <p className="quiet finding-hint">Choose a posting to see what is made of it.</p>
          ) : (
            <FindingDetail
              key={selected}
              finding={postings[selected]!}
              index={selected}
              readTexts={readTexts}
              onClose={goBack}
            />
          )}
        </div>
      </div>
    </section>
  );
}

function Chip({ label, count, isOn, onClick }: { label: string; count: number; isOn: boolean; onClick(): void }) {
  return (
    <button type="button" className="chip" aria-pressed={isOn} onClick={onClick}>
      {label} <span>{formatNumber(count)}</span>
    </button>
  );
}
