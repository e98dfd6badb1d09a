import { formatCount, formatDate, formatNumber } from '../lib/format';
import type { DayCount } from './documents';
import { labelOfSource } from '../lib/sources';
import { type Day, daysBySource, sumByDay, totalOf } from './days';

const DAYS = 30;
const BAR = 10;
const GAP = 3;
const HEIGHT = 100;

/**
 * The chart of jobs added and closed per day: bars up and down from one line, and the same figures as a table.
 */
export function DaysChart({ days: counts }: { days: DayCount[] }) {
  const days = sumByDay(counts, DAYS);
  const { added, closed } = totalOf(days);
  return (
    <section className="panel days" aria-labelledby="days-heading">
      <h2 id="days-heading" className="panel-title">
        Jobs added and closed
      </h2>
      {days.length === 0 ? (
        <p className="quiet">Nothing has been added or closed in {DAYS} days.</p>
      ) : (
        <>
          <p className="days-legend">
            <span>
              <i className="days-key added" /> <b>{formatNumber(added)}</b> added
            </span>
            <span>
              <i className="days-key closed" /> <b>{formatNumber(closed)}</b> closed
            </span>
            <span className="quiet">in {DAYS} days</span>
          </p>
          <Bars days={days} label={labelOf(days)} />
          <p className="days-axis" aria-hidden="true">
            <span>{formatDate(days[0]!.date)}</span>
            <span>{formatDate(days.at(-1)!.date)}</span>
          </p>
          <Beginning days={days} />
          <BySource counts={counts} />
          <Figures days={days} />
        </>
      )}
    </section>
  );
}

function labelOf(days: Day[]) {
  const { added, closed } = totalOf(days);
  return `${formatCount(added, 'job', 'jobs')} added and ${formatNumber(closed)} closed in ${DAYS} days`;
}

/** The note in a chart that is still nearly empty: nothing is missing in it. */
function Beginning({ days }: { days: Day[] }) {
  const first = days.findIndex(({ added, closed }) => added + closed > 0);
  if (first <= 0) return null;
  return <p className="quiet days-note">Nothing was added or closed before {formatDate(days[first]!.date)}.</p>;
}

/** The charts of each source by itself. */
function BySource({ counts }: { counts: DayCount[] }) {
  return (
    <ul className="days-sources">
      {daysBySource(counts, DAYS).map(([source, days]) => {
        const { added, closed } = totalOf(days);
        return (
          <li key={source}>
            <span>{labelOfSource(source)}</span>
            <Bars days={days} label={`${labelOfSource(source)}: ${labelOf(days)}`} />
            <span className="quiet">
              +{formatNumber(added)} −{formatNumber(closed)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Bars({ days, label }: { days: Day[]; label: string }) {
  const top = Math.max(...days.map((day) => day.added));
  const bottom = Math.max(...days.map((day) => day.closed));
  const unit = HEIGHT / Math.max(top + bottom, 1);
  const line = top * unit;
  const width = days.length * (BAR + GAP);
  return (
    <svg
      className="days-bars"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {days.map((day, index) => {
        const x = index * (BAR + GAP) + GAP / 2;
        return (
          <g key={day.date}>
            <title>{`${formatDate(day.date)}: ${formatNumber(day.added)} added, ${formatNumber(day.closed)} closed`}</title>
            <rect className="days-track" x={x} width={BAR} height={HEIGHT} />
            <rect className="added" x={x} width={BAR} y={line - day.added * unit} height={day.added * unit} />
            <rect className="closed" x={x} width={BAR} y={line} height={day.closed * unit} />
          </g>
        );
      })}
      <line x1="0" x2={width} y1={line} y2={line} />
    </svg>
  );
}

function Figures({ days }: { days: Day[] }) {
  return (
    <details>
      <summary>Figures</summary>
      <div className="days-figures" tabIndex={0} role="region" aria-label="Jobs added and closed per day">
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Added</th>
              <th scope="col">Closed</th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <tr key={day.date}>
                <th scope="row">{formatDate(day.date)}</th>
                <td>{formatNumber(day.added)}</td>
                <td>{formatNumber(day.closed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
