import { toQuery } from './to-query';
import { nameOfFilter } from './filter-labels';
import { type JobFilter, toApiFilter } from './search';

/** Links for a page's head to the feeds of a filter, named by it. */
export function feedsOf(filter: JobFilter) {
  const query = toQuery(toApiFilter({ ...filter, sortBy: undefined }));
  const name = nameOfFilter(filter, 3);
  const title = name ? `New remote jobs: ${name}` : 'New remote jobs';
  return [
    { rel: 'alternate', type: 'application/rss+xml', title, href: `/feed.xml${query}` },
    { rel: 'alternate', type: 'application/feed+json', title, href: `/feed.json${query}` },
  ];
}
