import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatCount, formatNumber } from '../lib/format';
import { labelOfSource } from '../lib/sources';
import { AddForm } from './add-form';
import { CANDIDATE_STATES, type CandidateFilter, readCandidateFilter } from './board-filter';
import { NextLook } from './board-table';
import { Cell, ColumnNames } from './cell';
import type { Candidate } from './documents';
import { FilterForm } from './filter-form';
import { pagedLive, useLive } from './live';
import { MoreRows } from './more-rows';
import { NoData } from './no-data';
import { Moment } from './now';
import { OperationsHead } from './operations-head';
import { candidatesQuery, statsQuery } from './queries';
import { RetryAll } from './retry-all';
import { RowActions } from './row-actions';
import { TokenDialog } from './token-dialog';
import { OutcomeOfGone } from './trigger-result';
import { type Trigger, useTrigger } from './use-trigger';

/** The page of the companies that may have a board, for operators. */
export function CandidatesPage({ filter, problem }: { filter: CandidateFilter; problem?: Error }) {
  const live = useLive();
  const trigger = useTrigger();
  const navigate = useNavigate();
  const found = useInfiniteQuery({ ...candidatesQuery(filter), ...pagedLive(live.every(15_000)) });
  useQuery({ ...statsQuery, ...live.every(60_000) });
  const { data, error, isPlaceholderData } = found;
  if (!data) return <NoData error={error ?? problem} onRetry={() => void found.refetch()} />;
  const last = data.pages.at(-1)!;
  const candidates = data.pages.flatMap((page) => page.candidates);
  return (
    <div className="dashboard">
      <OperationsHead title="Candidates" {...{ live, error, asOf: last.asOf }}>
        <span role="status">{last.total !== null && formatCount(last.total, 'candidate', 'candidates')}</span>
      </OperationsHead>
      <AddForm trigger={trigger} />
      <section className="panel listing" aria-label="Candidates" aria-busy={isPlaceholderData}>
        <FilterForm
          label="Candidates"
          fields={[{ name: 'show', label: 'State', choices: CANDIDATE_STATES }]}
          filter={filter}
          read={readCandidateFilter}
          onFilter={(search) => void navigate({ to: '/candidates', search, replace: true, resetScroll: false })}
        />
        <RetryAll trigger={trigger} path="/api/v3/candidates/retry" worker="discovery" text="Retry all failing checks" />
        <OutcomeOfGone trigger={trigger} listed={candidates.map(pathOfCandidate)} />
        {candidates.length > 0 ? (
          <CandidateTable {...{ candidates, trigger }} />
        ) : (
          <p className="quiet none">No candidate is like this.</p>
        )}
        <MoreRows
          text="More candidates"
          isLoading={found.isFetchingNextPage}
          cursor={last.nextCursor ?? undefined}
          onMore={() => void found.fetchNextPage()}
        />
      </section>
      <TokenDialog trigger={trigger} />
    </div>
  );
}

const COLUMNS = ['Candidate', 'State', 'Checks', 'Next check', 'Actions'];

const TAGS: Record<Candidate['status'], { label: string; tone: string }> = {
  pending: { label: 'To be checked', tone: '' },
  discovered: { label: 'Found', tone: 'good' },
  not_found: { label: 'Not found', tone: '' },
  rejected: { label: 'Rejected', tone: 'warn' },
};

function CandidateTable({ candidates, trigger }: { candidates: readonly Candidate[]; trigger: Trigger }) {
  return (
    <table className="cell-table candidate-table" aria-label="Candidates">
      <ColumnNames names={COLUMNS} />
      <tbody>
        {candidates.map((candidate) => (
          <tr key={candidate.slug}>
            <th scope="row">
              <span>
                {candidate.slug} <span className="quiet">{candidate.source && labelOfSource(candidate.source)}</span>
              </span>
            </th>
            <CandidateCells candidate={candidate} />
            <Cell name="Actions">
              <CandidateActions candidate={candidate} trigger={trigger} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CandidateCells({ candidate }: { candidate: Candidate }) {
  const { status, checks, lastCheckedAt, nextCheckAt, failures, lastError } = candidate;
  const { label, tone } = TAGS[status];
  const isLookedFor = status === 'pending' || status === 'not_found';
  return (
    <>
      <Cell name="State">
        <span className={`tag ${tone}`}>{label}</span>{' '}
        {failures > 0 && <span className="quiet">{formatCount(failures, 'failure', 'failures')} in a row</span>}
        {lastError && <span className="board-error">{lastError}</span>}
      </Cell>
      <Cell name="Checks">
        {formatNumber(checks)}
        {lastCheckedAt && (
          <span className="quiet">
            {' '}
            last <Moment date={lastCheckedAt} />
          </span>
        )}
      </Cell>
      <Cell name="Next check">{isLookedFor ? <NextLook date={nextCheckAt} /> : 'never'}</Cell>
    </>
  );
}

const pathOfCandidate = ({ slug }: Candidate) => `/api/v3/candidates/${encodeURIComponent(slug)}`;

function CandidateActions({ candidate, trigger }: { candidate: Candidate; trigger: Trigger }) {
  const { slug, status } = candidate;
  const about = pathOfCandidate(candidate);
  const verbs = status === 'rejected' ? ['Check'] : ['Check', 'Reject'];
  const actions = verbs.map((verb) => ({ verb, path: `${about}/${verb.toLowerCase()}`, worker: 'discovery' as const }));
  return <RowActions {...{ trigger, name: slug, about, actions }} />;
}
