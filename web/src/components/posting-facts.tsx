import type { ReactNode } from 'react';
import type { JobDetail } from '../api/types';
import { daysBetween, formatCount, formatPay, formatScope, isSaidByScope } from '../lib/format';
import { Age, Day } from './age';
import { type IconName, Icon } from './icons';
import { Pay } from './pay';

/** The known facts of a posting at a glance; unstated ones are left out. */
export function PostingFacts({ job }: { job: JobDetail }) {
  const scope = formatScope(job, 12);
  return (
    <dl className="facts">
      <Fact icon="pin" name="Work from">
        <span suppressHydrationWarning>{scope}</span>
        {job.location && !isSaidByScope(job.location, job.remoteScope) && <span className="quiet"> · {job.location}</span>}
      </Fact>
      {formatPay(job) && (
        <Fact icon="money" name="Pay">
          <Pay job={job} withDay />
        </Fact>
      )}
      {job.category && (
        <Fact icon="filter" name="Category">
          {job.category.name}
        </Fact>
      )}
      <Fact icon="clock" name="Dates">
        {job.postDate && (
          <>
            Posted <Day date={job.postDate} />,{' '}
          </>
        )}
        first seen <Day date={job.firstSeenAt} />
        {job.reposts > 0 && <>, reposted {formatCount(job.reposts, 'time', 'times')}</>}
        {job.closedAt && (
          <>
            , closed <Day date={job.closedAt} />
          </>
        )}
        {!job.closedAt && job.expiresAt && (
          <>
            , open until <Day date={job.expiresAt} />
          </>
        )}
      </Fact>
      {!job.closedAt && <Sight job={job} />}
    </dl>
  );
}

/** The freshness of a posting: the time when its source last listed it, and for how long it has been open. */
function Sight({ job: { lastSeenAt, firstSeenAt } }: { job: JobDetail }) {
  const days = daysBetween(firstSeenAt, Date.now());
  return (
    <Fact icon="check" name="Still open">
      {lastSeenAt && (
        <>
          seen at its source <Age date={lastSeenAt} />,{' '}
        </>
      )}
      <span suppressHydrationWarning>{days === 0 ? 'new today' : `open for ${formatCount(days, 'day', 'days')}`}</span>
    </Fact>
  );
}

function Fact({ icon, name, children }: { icon: IconName; name: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
