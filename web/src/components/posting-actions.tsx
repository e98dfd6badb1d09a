import { useState } from 'react';
import type { JobDetail } from '../api/types';
import { type AppliedJob, toggleApplied, useKept } from '../lib/kept';
import { Day } from './age';
import { Icon } from './icons';
import { KeepButtons } from './keep-buttons';
import { SourceLink } from './source-link';

/** The actions on a posting; they stay in sight while one reads on. */
export function PostingActions({ job }: { job: JobDetail }) {
  const [isAsked, setIsAsked] = useState(false);
  const application = useKept().applied.find(({ id }) => id === job.id);
  return (
    <div className="posting-actions">
      <SourceLink
        sourceUrl={job.sourceUrl}
        isFollowed={job.attribution.followLink}
        className={job.closedAt ? 'button apply' : 'button primary apply'}
        onClick={() => setIsAsked(true)}
      >
        {job.closedAt ? 'See the source' : 'Apply'}
        <Icon name="external" />
      </SourceLink>
      <KeepButtons job={job} withText />
      <Applied job={job} {...{ application, isAsked }} onAnswer={() => setIsAsked(false)} />
    </div>
  );
}

interface AppliedProperties {
  job: JobDetail;
  application?: AppliedJob;
  isAsked: boolean;
  onAnswer: () => void;
}

/** The note whether the reader has applied: a question after the visit to the source, then the answer. */
function Applied({ job, application, isAsked, onAnswer }: AppliedProperties) {
  const answer = (hasApplied: boolean) => {
    if (hasApplied) toggleApplied(job);
    onAnswer();
  };
  return (
    <p className="applied" role="status">
      {application && (
        <>
          <Icon name="check" /> Applied <Day date={application.appliedAt} />
        </>
      )}
      {!application && isAsked && !job.closedAt && (
        <>
          Did you apply?{' '}
          <button type="button" className="text-button" onClick={() => answer(true)}>
            Yes, note it
          </button>
          <button type="button" className="text-button" onClick={() => answer(false)}>
            No
          </button>
        </>
      )}
    </p>
  );
}
