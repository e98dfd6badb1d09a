import type { ReactNode } from 'react';
import { CATEGORIES } from '../lib/categories';
import { formatPlaces, formatScope } from '../lib/format';
import { type ListedJob, companyKey } from '../lib/kept-format';
import { Age } from './age';
import { JobLink } from './job-link';
import { KeepButtons } from './keep-buttons';
import { Pay } from './pay';

interface Properties {
  job: ListedJob;
  isCurrent: boolean;
  isViewed: boolean;
  /** The words of a mark behind the last posting that came since the reader's visit before. */
  newSince?: string;
  inPane: boolean;
  /** The reader's own additions. */
  children?: ReactNode;
}

/** A posting in a list. The keyboard and the first paint find it by its `data-` attributes. */
export function JobItem({ job, isCurrent, isViewed, newSince, inPane, children }: Properties) {
  const places = formatPlaces(job.role.places);
  const category = CATEGORIES.find(({ id }) => id === job.categoryId);
  return (
    <li
      className="job-item"
      data-job={job.id}
      data-company={companyKey(job.companyId)}
      data-current={isCurrent || undefined}
      data-viewed={isViewed || undefined}
      data-new-since={newSince}
    >
      <div className="job-item-head">
        <JobLink job={job} className="job-title" {...{ inPane, isCurrent }}>
          {job.title}
        </JobLink>
        {inPane && (
          <JobLink job={job} className="to-posting" inPane>
            Skip to the posting
          </JobLink>
        )}
        <KeepButtons job={job} />
      </div>
      <p className="job-company">{job.company}</p>
      <p className="job-facts">
        <span suppressHydrationWarning>{formatScope(job)}</span>
        {places && <span>{places}</span>}
        <Pay job={job} />
      </p>
      <p className="job-facts quiet">
        {category && <span>{category.name}</span>}
        <Age date={job.postDate ?? job.createdAt} />
        {isViewed && <span className="visually-hidden">viewed</span>}
        {job.closedAt && (
          <span className="tag warn">
            Closed <Age date={job.closedAt} />
          </span>
        )}
      </p>
      {newSince && <p className="new-since">New since {newSince}</p>}
      {children}
    </li>
  );
}
