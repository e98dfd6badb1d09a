import { useState } from 'react';
import type { Texts } from './documents';
import { formatBytes } from './format-bytes';

const sizeOf = (text: string) => formatBytes(new TextEncoder().encode(text).length);

function indented(json: string) {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** The texts of a posting: its amounts of money, the description before and after, and the JSON as it came. */
export function FindingTexts({ texts: { raw, before, after, amounts }, isKept }: { texts: Texts; isKept: boolean }) {
  return (
    <>
      {amounts.length > 0 && <Amounts amounts={amounts} />}
      {before !== null && after !== null && <Description before={before} after={after} />}
      {/* The field that has kept it out is nowhere else. */}
      <details className="finding-raw" open={!isKept}>
        <summary>JSON as it came, {sizeOf(raw)}</summary>
        <pre tabIndex={0} role="region" aria-label="JSON as it came">
          {indented(raw)}
        </pre>
      </details>
    </>
  );
}

function Amounts({ amounts }: Pick<Texts, 'amounts'>) {
  return (
    <section>
      <h4>Money it speaks of</h4>
      <ul>
        {amounts.map(({ words, passedOver }, index) => (
          <li key={index}>
            {words} <span className="quiet">{passedOver ?? 'the pay'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Description({ before, after }: { before: string; after: string }) {
  const [asHtml, setAsHtml] = useState(false);
  return (
    <div className="before-after">
      <section>
        <h4>
          Before <span className="quiet">{sizeOf(before)}</span>
        </h4>
        <pre tabIndex={0} role="region" aria-label="Description as stated">
          {before}
        </pre>
      </section>
      <section>
        <h4>
          After <span className="quiet">{sizeOf(after)}</span>
          <button type="button" className="text-button" aria-pressed={asHtml} onClick={() => setAsHtml(!asHtml)}>
            As HTML
          </button>
        </h4>
        {asHtml ? (
          <pre tabIndex={0} role="region" aria-label="Cleansed HTML">
            {after}
          </pre>
        ) : (
          // Cleansed by the core: it holds nothing that runs or fetches.
          <div className="prose" dangerouslySetInnerHTML={{ __html: after || '<p>There is no description.</p>' }} />
        )}
      </section>
    </div>
  );
}
