import type { JobDetail } from '../api/types';
import { isCountry } from './scopes';

const UNITS = { year: 'YEAR', month: 'MONTH', week: 'WEEK', day: 'DAY', hour: 'HOUR' };

function salaryOf({ salaryMin, salaryMax, salaryCurrency, salaryPeriod }: JobDetail) {
  const amount = salaryMin ?? salaryMax;
  if (amount === null || !salaryCurrency || !salaryPeriod) return undefined;
  const isRange = salaryMin !== null && salaryMax !== null && salaryMin !== salaryMax;
  const value = isRange ? { minValue: salaryMin, maxValue: salaryMax } : { value: amount };
  return {
    '@type': 'MonetaryAmount',
    currency: salaryCurrency,
    value: { '@type': 'QuantitativeValue', ...value, unitText: UNITS[salaryPeriod] },
  };
}

/**
 * A posting for Google Jobs (https://developers.google.com/search/docs/appearance/structured-data/job-posting),
 * or undefined where it must not or cannot be handed on: the source's terms forbid it; it is closed;
 * another posting leads its role; it has no text or no date; or it names no country, of which those rules demand one for remote work.
 */
export function jobPostingMarkup(job: JobDetail, url: string, nowMs = Date.now()) {
  const countries = job.remoteScope.filter(isCountry);
  const isOver = job.closedAt !== null || (job.expiresAt !== null && Date.parse(job.expiresAt) < nowMs);
  if (!job.attribution.allowsJobPostingMarkup || isOver || !job.content || !job.postDate) return undefined;
  if (countries.length === 0 || job.role.id !== job.id) return undefined;
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title: job.title,
    url,
    description: job.content,
    identifier: { '@type': 'PropertyValue', name: job.company, value: String(job.id) },
    datePosted: job.postDate,
    validThrough: job.expiresAt ?? undefined,
    hiringOrganization: { '@type': 'Organization', name: job.company },
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: countries.map((name) => ({ '@type': 'Country', name })),
    baseSalary: salaryOf(job),
    directApply: false,
  };
}
