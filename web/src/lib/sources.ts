/** The sources of postings, as GET /api/v3/sources describes them. */
export interface Source {
  name: string;
  displayName: string;
  /** The kind of the source: a board for each company, which can be synced by itself, or one feed of all. */
  kind: 'boards' | 'feed';
  homeUrl: string;
  /** Whether the source's terms forbid `nofollow` on links to it. */
  followLink: boolean;
}

/** A choice among the sources, as the forms show it. */
export interface SourceChoice {
  name: string;
  label: string;
}

const sourcesInPage = (): Source[] => JSON.parse(document.documentElement.dataset.sources ?? '[]');

/**
 * The sources, in their order. The server asks the API for them before it draws its first page; the browser
 * finds them in the page, as `sourcesForPage` has put them there.
 */
const known = typeof document === 'undefined' ? [] : sourcesInPage();

export const sources = (): readonly Source[] => known;
export const boardSources = () => known.filter(({ kind }) => kind === 'boards');
export const feedSources = () => known.filter(({ kind }) => kind === 'feed');

export function learnSources(learnt: readonly Source[]) {
  known.splice(0, known.length, ...learnt);
}

/** The part of the sources that the browser needs. */
export const sourcesForPage = () =>
  JSON.stringify(
    known.map(({ name, displayName, kind, homeUrl, followLink }) => ({ name, displayName, kind, homeUrl, followLink })),
  );

export const isSource = (name: string) => known.some((source) => source.name === name);

export const labelOfSource = (name: string) => known.find((source) => source.name === name)?.displayName ?? name;

/** Whether search engines must be let through to a source's own page of a posting. */
export const isFollowed = (name: string) => known.some((source) => source.name === name && source.followLink);

export const toChoices = (some: readonly Source[]): SourceChoice[] =>
  some.map(({ name, displayName }) => ({ name, label: displayName }));
