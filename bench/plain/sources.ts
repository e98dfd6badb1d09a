import { decodeHTML } from 'entities';
import type { Posting, Source } from './posting';

/** Hybrid work is not remote, whatever else the text says. */
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

/** Their text is UTF-8 that was read as Latin-1: undone where that gives valid UTF-8. */
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

export const sources = { greenhouse, lever, remoteok };
export type SourceName = keyof typeof sources;
