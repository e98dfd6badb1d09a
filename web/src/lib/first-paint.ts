import { type Kept, companyKey } from './kept-format';

/*
 * Postings that the reader has hidden must not be seen before React has taken the page over. So every change leaves a
 * selector of it in the browser, and a line of script, which runs before the list is drawn, makes a style sheet of
 * it. The first list that knows what is kept takes the sheet away.
 */

const KEY = 'spearyx-jobs-first';

/** The places of postings: cards, and the posting beside them. */
const PLACES = ':is(li, .board-pane article)';

const ofJobs = (ids: number[]) => ids.map((id) => `[data-job="${id}"]`);

/** Keeps for the next page the postings that its first paint leaves out. */
export function noteForFirstPaint({ hidden, hiddenCompanies, viewed }: Kept) {
  const companies = hiddenCompanies.map(({ id }) => `[data-company=${JSON.stringify(companyKey(id))}]`);
  const first = {
    hidden: [...ofJobs(hidden.map(({ id }) => id)), ...companies].join(),
    read: ofJobs(viewed).join(),
  };
  localStorage.setItem(KEY, JSON.stringify(first));
}

/**
 * The script that leaves them out, before anything is drawn; `try`, because storage may be broken or forbidden.
 */
export const FIRST_PAINT_SCRIPT = `try {
  const { hidden, read } = JSON.parse(localStorage.getItem('${KEY}')) ?? {};
  const isUnread = /[?&]unread=true/.test(location.search);
  const selectors = [hidden, isUnread && read].filter(Boolean).join();
  if (selectors) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.board ${PLACES}:is(' + selectors + ') { display: none }');
    document.adoptedStyleSheets = [sheet];
  }
} catch {}`;

/** Ends the first paint: from here on the page itself leaves out the hidden postings. */
export const endFirstPaint = () => void (document.adoptedStyleSheets = []);
