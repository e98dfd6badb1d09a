import { CATEGORIES } from '../lib/categories';
import { formatPay, formatPlaces, formatScope } from '../lib/format';
import type { ListedJob } from '../lib/kept';
import { Age } from './age';
import { JobLink } from './job-link';
import { KeepButtons } from './keep-buttons';

interface Properties {
  job: ListedJob;
  isCurrent: boolean;
  inPane: boolean;
}

/** A posting in a list. `data-job` is how the keyboard finds it. */
export function JobItem({ job, isCurrent, inPane }: Properties) {
  const pay = formatPay(job);
  const places = formatPlaces(job.role.places);
  const category = CATEGORIES.find(({ id }) => id === job.categoryId);
  return (
    <li className="job-item" data-job={job.id} data-current={isCurrent || undefined}>
      <div className="job-item-head">
        <JobLink job={job} className="job-title" {...{ inPane, isCurrent }}>
          {job.title}
        </JobLink>
        <KeepButtons job={job} />
      </div>
      <p className="job-company">{job.company}</p>
      <p className="job-facts">
        <span suppressHydrationWarning>{formatScope(job)}</span>
        {places && <span>{places}</span>}
        {pay && <span className="job-pay">{pay}</span>}
      </p>
      <p className="job-facts quiet">
        {category && <span>{category.name}</span>}
        <Age date={job.postDate ?? job.createdAt} />
        {job.closedAt && <span className="tag warn">Closed</span>}
      </p>
    </li>
  );
}
