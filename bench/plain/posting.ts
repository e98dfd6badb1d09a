/** A remote posting as its source states it; the description still has to be made HTML. */
export interface Posting {
  externalId: string;
  title: string;
  company: string;
  url: string;
  location: string | null;
  tags: string[];
  description: string;
  postDate: number | null;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryCurrency: string | null;
}

/** A source: its addresses, and the reader of its answers. */
export interface Source {
  url(base: string, slug: string): string;
  /** The remote postings, and how many there are in all. */
  read(body: unknown, company: { slug: string; name: string }): { total: number; postings: Posting[] };
  html(description: string): string;
}
