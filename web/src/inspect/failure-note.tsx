import type { InspectionFailure } from './documents';
import { placeOf } from './place-in-text';
import type { Payload } from './use-inspection';

interface Props {
  payload: Payload;
  failure: InspectionFailure;
}

/** The reason why a payload as a whole cannot be read; a sync would record the same. */
export function FailureNote({ payload, failure }: Props) {
  const offset = /at byte (\d+)$/.exec(failure.detail)?.[1];
  return (
    <section className="inspect-failure" role="alert">
      <h2>{payload.name} cannot be read</h2>
      <p>
        {failure.message} <span className="quiet">({failure.detail || failure.code})</span>
      </p>
      {offset && payload.bytes.length > 0 && <Excerpt bytes={payload.bytes} offset={Number(offset)} />}
      <p className="quiet">
        A sync that cannot read an answer records <code>{failure.code}</code>, changes nothing and closes no posting.
      </p>
    </section>
  );
}

function Excerpt({ bytes, offset }: { bytes: Uint8Array; offset: number }) {
  const { line, column, before, after } = placeOf(bytes, offset);
  return (
    <figure>
      <figcaption>
        Line {line}, column {column}:
      </figcaption>
      <pre>
        {before}
        <mark>{after.slice(0, 1) || '⏎'}</mark>
        {after.slice(1)}
      </pre>
    </figure>
  );
}
