import { useState } from 'react';

/** The button that copies a report of a posting. */
export function CopyReport({ text }: { text: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('Copied.'),
      () => setOutcome('The browser does not allow it.'),
    );
  return (
    <p className="copy-report">
      <button type="button" className="button" onClick={() => void copy()}>
        Copy a report of this
      </button>
      <span role="status">{outcome}</span>
    </p>
  );
}
