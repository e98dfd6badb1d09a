import type { InspectionFailure } from './documents';
import { MAX_SHOWN_BYTES } from './payload-form';
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
      {offset && payload.bytes.length > 0 && <Excerpt payload={payload} offset={Number(offset)} />}
      {failure.code === 'unexpected_shape' && !payload.source && (
        <p>The samples above show what each source answers; for the one that is chosen, it is told what is missing.</p>
      )}
      <p className="quiet">
        A sync that cannot read an answer records <code>{failure.code}</code>, changes nothing and closes no posting.
      </p>
    </section>
  );
}

/** Sets the caret of the payload's field to a byte, where the payload stands there. */
function goTo(bytes: Uint8Array, offset: number) {
  const field = document.querySelector<HTMLTextAreaElement>('.payload-form textarea');
  const at = new TextDecoder().decode(bytes.subarray(0, offset)).length;
  field?.focus();
  field?.setSelectionRange(at, at + 1);
}

function Excerpt({ payload: { bytes, board }, offset }: { payload: Payload; offset: number }) {
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
      {!board && bytes.length <= MAX_SHOWN_BYTES && (
        <button type="button" className="text-button" onClick={() => goTo(bytes, offset)}>
          Go to it in the text
        </button>
      )}
    </figure>
  );
}
