import { createFileRoute } from '@tanstack/react-router';
import { readWanted } from '../inspect/wanted';
import { InspectorPage } from '../inspect/inspector-page';
import receipt from '../styles/receipt.css?url';
import styles from '../styles/inspect.css?url';

export const Route = createFileRoute('/inspect')({
  validateSearch: readWanted,
  head: () => ({
    meta: [
      { title: 'Inspector – Spearyx Jobs' },
      { name: 'description', content: 'What a sync does with a payload, posting by posting, in your own browser.' },
    ],
    links: [
      { rel: 'stylesheet', href: receipt },
      { rel: 'stylesheet', href: styles },
    ],
  }),
  component: function Inspect() {
    return <InspectorPage wanted={Route.useSearch()} />;
  },
});
