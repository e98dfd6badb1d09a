/* What /api/v3 answers; /api/v3/openapi.json is the contract. Dates are ISO 8601 in UTC. */

/** The name of a source, one of GET /api/v3/sources. */
export type SourceName = string;

export interface Category {
  id: number;
  name: string;
  slug: string;
  description: string;
}

/** One job of one employer, however often it is posted. */
export interface Role {
  /** The posting that leads the role, which lists show. */
  id: number;
  postings: number;
  places: string[];
}

/** Another posting of a role, and the rule that joined them. */
export interface Copy {
  id: number;
  slug: string;
  title: string;
  company: string;
  sourceName: SourceName;
  sourceUrl: string;
  location: string | null;
  why: 'same_board' | 'same_employer' | 'by_hand';
}

export interface Job {
  id: number;
  title: string;
  company: string;
  /** What `GET /api/v3/companies/{id}` takes; up to its first tilde the key that all spellings of the name share. */
  companyId: string;
  /** The slug of its page, /jobs/{id}/{slug}. */
  slug: string;
  description: string | null;
  sourceUrl: string;
  sourceName: SourceName;
  location: string | null;
  remoteScope: string[];
  payRange: string | null;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryCurrency: string | null;
  salaryPeriod: 'year' | 'month' | 'week' | 'day' | 'hour' | null;
  salaryUsdYear: number | null;
  level: 'intern' | 'junior' | 'mid' | 'senior' | 'lead' | 'executive' | null;
  employmentType: 'full-time' | 'part-time' | 'contract' | 'temporary' | 'internship' | null;
  /** The time zones in which the work may be done, in minutes from UTC. */
  utcOffsets: { min: number; max: number } | null;
  postDate: string | null;
  expiresAt: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  firstSeenAt: string;
  /** The number of times the role was opened again after a close. */
  reposts: number;
  role: Role;
  categoryId: number;
  category: Category | null;
}

/** The conditions of the source's terms for whoever shows its postings. */
export interface Attribution {
  credit: string;
  homeUrl: string;
  followLink: boolean;
  allowsJobPostingMarkup: boolean;
}

export interface Change {
  change: 'opened' | 'changed' | 'closed';
  fields: string[];
  /** The values of short fields. */
  values: Record<string, { before: string | null; after: string | null }>;
  at: string;
}

export interface JobDetail extends Job {
  /** Cleansed HTML: holds nothing that runs or fetches. */
  content: string;
  attribution: Attribution;
  history: Change[];
  lastSeenAt: string | null;
  possiblyStale: ('open_long' | 'reposted' | 'not_seen')[] | null;
  role: Role & { slug: string; copies: Copy[] };
}

/** Postings per value, of the properties that the site filters by. */
export type Facets = Record<'category' | 'source' | 'remote', Record<string, number>>;

export interface JobPage {
  jobs: Job[];
  total: number;
  hasMore: boolean;
  nextCursor: string | null;
  facets?: Facets;
}

export interface JobPageMeta {
  totalIsExact: boolean;
  /** The open scopes, for a list of postings that are open to a country. */
  openTo?: string[];
  /** The number of further postings that do not tell their scope; a lower bound where it is not exact. */
  placeUnknown?: number;
  placeUnknownIsExact?: boolean;
  correctedSearch?: string;
  sortedAmongNewest?: number;
}

/** A company of GET /api/v3/companies, as its readers see it. */
export interface ListedCompany {
  companyId: string;
  source: SourceName;
  slug: string;
  name: string;
  remoteJobCount: number;
}

/** A company at one place. */
export interface CompanyPlace {
  source: SourceName;
  /** The slug of its board; null at a feed. */
  board: string | null;
  name: string;
  postings: number;
}

/** A company with all its boards and feeds. */
export interface Company {
  /** Its one id; that of a posting may name a place besides. */
  id: string;
  name: string;
  /** What the filter `company` takes to find its postings. */
  filter: string;
  places: CompanyPlace[];
  /** Other companies of this name. */
  namesakes: { id: string; name: string }[];
}
