import { decodeHTML } from 'entities';
import type { Posting, Source } from './posting';

/** Tells remote places by their words; hybrid work is never remote, whatever else the text says. */
export const isRemotePlace = (text: string) =>
  /remote|anywhere|distributed|work from home|home[- ]based/i.test(text) && !/hybrid/i.test(text);

const seconds = (iso: string | undefined) => {
  const time = Date.parse(iso ?? '');
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
};

interface GreenhouseJob {
  id: number;
  title: string;
  absolute_url: string;
  company_name?: string;
  first_published?: string;
  location?: { name?: string };
  departments?: { name: string }[];
  content?: string;
}

const greenhouse: Source = {
  url: (base, slug) => `${base}/v1/boards/${encodeURIComponent(slug)}/jobs?content=true`,
  read(body, company) {
    const { jobs } = body as { jobs: GreenhouseJob[] };
    const postings = jobs
      .filter((job) => job.title && job.absolute_url && isRemotePlace(job.location?.name ?? ''))
      .map((job): Posting => ({
        externalId: String(job.id),
        title: job.title.trim(),
        company: job.company_name ?? company.name,
        url: job.absolute_url,
        location: job.location?.name?.trim() ?? null,
        tags: job.departments?.map(({ name }) => name) ?? [],
        description: job.content ?? '',
        postDate: seconds(job.first_published),
        salaryMin: null,
        salaryMax: null,
        salaryCurrency: null,
      }));
    return { total: jobs.length, postings };
  },
  // The content is HTML, escaped once more.
  html: decodeHTML,
};

interface LeverPosting {
  id: string;
  text: string;
  hostedUrl: string;
  createdAt?: number;
  workplaceType?: string;
  categories?: { location?: string; team?: string; department?: string };
  description?: string;
  lists?: { text: string; content: string }[];
  additional?: string;
  salaryRange?: { min: number; max: number; currency: string };
}

const lever: Source = {
  url: (base, slug) => `${base}/v0/postings/${encodeURIComponent(slug)}?mode=json`,
  read(body, company) {
    const all = body as LeverPosting[];
    const postings = all
      .filter((job) => job.text && job.hostedUrl && job.workplaceType === 'remote')
      .map((job): Posting => {
        const lists = job.lists?.map(({ text, content }) => `<h3>${text}</h3><ul>${content}</ul>`) ?? [];
        const salary = job.salaryRange?.max ? job.salaryRange : null;
        return {
          externalId: job.id,
          title: job.text.trim(),
          company: company.name,
          url: job.hostedUrl,
          location: job.categories?.location ?? null,
          tags: [job.categories?.team, job.categories?.department].filter((tag) => tag !== undefined),
          description: [job.description, ...lists, job.additional].join(''),
          postDate: job.createdAt ? Math.floor(job.createdAt / 1000) : null,
          salaryMin: salary?.min ?? null,
          salaryMax: salary?.max ?? null,
          salaryCurrency: salary?.currency ?? null,
        };
      });
    return { total: all.length, postings };
  },
  html: (description) => description,
};

interface RemoteOkJob {
  id?: string;
  epoch: number;
  position: string;
  company: string;
  url: string;
  location?: string;
  tags: string[];
  description: string;
  salary_min: number;
  salary_max: number;
}

/** Repairs UTF-8 that was read as Latin-1, where that gives valid UTF-8. */
function repair(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf]/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Uint8Array.from(text, (unit) => unit.charCodeAt(0)));
  } catch {
    return text;
  }
}

const remoteok: Source = {
  // In this benchmark the feed is asked for one tag.
  url: (base) => `${base}/api?tag=dev`,
  read(body) {
    const all = (body as RemoteOkJob[]).filter(({ id }) => id !== undefined);
    const postings = all
      // The parameter is unreliable.
      .filter((job) => job.position && job.url && job.tags.includes('dev'))
      .map((job): Posting => ({
        externalId: job.id!,
        title: decodeHTML(job.position).trim(),
        company: decodeHTML(repair(job.company)).trim(),
        url: job.url,
        location: repair(job.location ?? '').replace(/,\s*$/, '') || null,
        tags: job.tags,
        // What follows carries the requester's address.
        description: job.description.split('Please mention the word')[0]!,
        postDate: job.epoch,
        salaryMin: job.salary_min || null,
        salaryMax: job.salary_max || null,
        salaryCurrency: null,
      }));
    return { total: all.length, postings };
  },
  html: repair,
};

interface AshbyJob {
  id: string;
  title: string;
  department?: string;
  team?: string;
  location?: string;
  publishedAt?: string;
  isListed?: boolean;
  isRemote?: boolean | null;
  workplaceType?: string | null;
  jobUrl: string;
  descriptionHtml?: string;
  compensation?: {
    compensationTiers?: {
      components: { compensationType: string; currencyCode: string | null; minValue: number | null; maxValue: number | null }[];
    }[];
  };
}

const ashby: Source = {
  url: (base, slug) => `${base}/posting-api/job-board/${encodeURIComponent(slug)}?includeCompensation=true`,
  read(body, company) {
    const { jobs } = body as { jobs: AshbyJob[] };
    const postings = jobs
      .filter((job) => job.title && job.jobUrl && job.isListed !== false && job.workplaceType === 'Remote')
      .map((job): Posting => {
        const pay = job.compensation?.compensationTiers?.[0]?.components.find((part) => part.compensationType === 'Salary');
        return {
          externalId: job.id,
          title: job.title.trim(),
          company: company.name,
          url: job.jobUrl,
          location: job.location ?? null,
          tags: [job.department, job.team].filter((tag) => tag !== undefined),
          description: job.descriptionHtml ?? '',
          postDate: seconds(job.publishedAt),
          salaryMin: pay?.minValue ?? null,
          salaryMax: pay?.maxValue ?? null,
          salaryCurrency: pay?.currencyCode ?? null,
        };
      });
    return { total: jobs.length, postings };
  },
  html: (description) => description,
};

interface RecruiteeOffer {
  id: number;
  title: string;
  department?: string;
  remote?: boolean;
  hybrid?: boolean;
  location?: string;
  description?: string;
  requirements?: string;
  careers_url: string;
  company_name?: string;
  published_at?: string;
  salary?: { min: string | null; max: string | null; currency: string | null };
}

const recruitee: Source = {
  url: (base) => `${base}/api/offers/`,
  read(body, company) {
    const { offers } = body as { offers: RecruiteeOffer[] };
    const postings = offers
      .filter((job) => job.title && job.careers_url && job.remote && !job.hybrid)
      .map((job): Posting => ({
        externalId: String(job.id),
        title: job.title.trim(),
        company: job.company_name ?? company.name,
        url: job.careers_url,
        location: job.location ?? null,
        tags: job.department ? [job.department] : [],
        description: (job.description ?? '') + (job.requirements ?? ''),
        postDate: seconds(job.published_at?.replace(' UTC', 'Z')),
        salaryMin: Number(job.salary?.min) || null,
        salaryMax: Number(job.salary?.max) || null,
        salaryCurrency: job.salary?.currency ?? null,
      }));
    return { total: offers.length, postings };
  },
  html: (description) => description,
};

interface WorkableJob {
  title: string;
  shortcode: string;
  telecommuting?: boolean;
  department?: string;
  url: string;
  published_on?: string;
  locations?: { country: string; city: string; hidden: boolean }[];
  description?: string;
}

const workable: Source = {
  url: (base, slug) => `${base}/api/v1/widget/accounts/${encodeURIComponent(slug)}?details=true`,
  read(body) {
    const { name, jobs } = body as { name: string; jobs: WorkableJob[] };
    // A posting for several countries is listed once for each.
    const remote = new Map(jobs.filter((job) => job.title && job.url && job.telecommuting).map((job) => [job.shortcode, job]));
    const postings = [...remote.values()].map((job): Posting => {
      const place = job.locations?.find(({ hidden }) => !hidden);
      return {
        externalId: job.shortcode,
        title: job.title.trim(),
        company: name,
        url: job.url,
        location: place ? [place.city, place.country].filter(Boolean).join(', ') : null,
        tags: job.department ? [job.department] : [],
        description: job.description ?? '',
        postDate: seconds(job.published_on),
        salaryMin: null,
        salaryMax: null,
        salaryCurrency: null,
      };
    });
    return { total: jobs.length, postings };
  },
  html: (description) => description,
};

interface JobicyJob {
  id: number;
  url: string;
  jobTitle: string;
  companyName: string;
  jobIndustry?: string[];
  jobGeo?: string;
  jobDescription?: string;
  pubDate?: string;
  salaryMin?: number;
  salaryMax?: number;
  salaryCurrency?: string;
}

const jobicy: Source = {
  url: (base) => `${base}/api/v2/remote-jobs?count=100`,
  read(body) {
    const { jobs } = body as { jobs: JobicyJob[] };
    const postings = jobs
      .filter((job) => job.jobTitle && job.url)
      .map((job): Posting => ({
        externalId: String(job.id),
        title: decodeHTML(job.jobTitle).trim(),
        company: decodeHTML(job.companyName).trim(),
        url: job.url,
        location: job.jobGeo ?? null,
        tags: job.jobIndustry?.map((tag) => decodeHTML(tag)) ?? [],
        description: job.jobDescription ?? '',
        postDate: seconds(job.pubDate),
        salaryMin: job.salaryMin ?? null,
        salaryMax: job.salaryMax ?? null,
        salaryCurrency: job.salaryCurrency ?? null,
      }));
    return { total: jobs.length, postings };
  },
  html: (description) => description,
};

export const sources = { greenhouse, lever, remoteok, ashby, recruitee, workable, jobicy };
export type SourceName = keyof typeof sources;
