export function NotFound() {
  return (
    <section className="notice">
      <h1>There is nothing here</h1>
      <p>The page may have moved, or the posting was deleted long after it closed.</p>
      <p className="actions">
        <a className="button" href="/">
          All jobs
        </a>
      </p>
    </section>
  );
}
