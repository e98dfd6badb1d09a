import styles from '../styles/dashboard/index.css?url';
import receipt from '../styles/receipt.css?url';

/** The head of a page for operators: nothing for search engines. */
export const headOf = (title: string, description: string) => ({
  meta: [
    { title: `${title} – Spearyx Jobs` },
    { name: 'description', content: description },
    { name: 'robots', content: 'noindex' },
  ],
  links: [
    { rel: 'stylesheet', href: receipt },
    { rel: 'stylesheet', href: styles },
  ],
});
