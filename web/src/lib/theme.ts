import { createIsomorphicFn } from '@tanstack/react-start';
import { getCookie } from '@tanstack/react-start/server';

/** A theme; undefined follows the system. */
export type Theme = 'light' | 'dark' | undefined;

const COOKIE = 'theme';
const YEAR_S = 31_536_000;

const toTheme = (value?: string): Theme => (value === 'light' || value === 'dark' ? value : undefined);

/** The theme in the cookies of a request or a document. */
export const themeIn = (cookies: string) => toTheme(/(?:^|;) *theme=(\w+)/.exec(cookies)?.[1]);

/**
 * The theme that was chosen earlier. It is kept in a cookie so that the server already draws the page
 * in it: nothing flashes, and no script has to run first.
 */
export const readTheme = createIsomorphicFn()
  .server(() => toTheme(getCookie(COOKIE)))
  .client(() => themeIn(document.cookie));

/** Shows the page in a theme and remembers it. */
export function chooseTheme(theme: Theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  document.cookie = `${COOKIE}=${theme ?? ''}; path=/; max-age=${theme ? YEAR_S : 0}; samesite=lax`;
}
