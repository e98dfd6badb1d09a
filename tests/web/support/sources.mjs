/* Fills the site's list of sources, as its server does from GET /api/v3/sources. */
import './resolve.mjs';
import { readSources } from '../../../tools/source-table.mjs';

const { learnSources } = await import('../../../web/src/lib/sources.ts');

learnSources(
  readSources().map(({ hasBoards, ...source }) => ({
    ...source,
    kind: hasBoards ? 'boards' : 'feed',
    homeUrl: `https://${source.name}.example`,
  })),
);
