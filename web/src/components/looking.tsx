/** The placeholder until the browser has read its storage, and for good where no scripts run. */
export function Looking() {
  return (
    <div className="notice">
      <p role="status">Looking in your browser …</p>
      <noscript>
        <p>What you save stays in your browser, which needs JavaScript for it.</p>
      </noscript>
    </div>
  );
}
