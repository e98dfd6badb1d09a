/** Names the sources, as their terms ask; the links are for search engines to follow. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        Postings come from <a href="https://www.greenhouse.com">Greenhouse</a>, <a href="https://www.lever.co">Lever</a>
        , <a href="https://remoteok.com">Remote OK</a> and <a href="https://himalayas.app">Himalayas</a>, and lead back
        to where they were published.
      </p>
      <p>
        <a href="/feed.xml">RSS</a> <a href="/feed.json">JSON feed</a> <a href="/api/v3/openapi.json">API</a>
      </p>
    </footer>
  );
}
