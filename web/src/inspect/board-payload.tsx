import { useInfiniteQuery } from '@tanstack/react-query';
import { boardsQuery } from '../dashboard/queries';
import { TokenDialog } from '../dashboard/token-dialog';
import { TriggerResult } from '../dashboard/trigger-result';
import { useTrigger } from '../dashboard/use-trigger';
import { labelOfSource } from '../lib/sources';
import { formatBytes } from './format-bytes';
import type { Payload } from './use-inspection';

interface Props {
  source: string;
  /** The slug of the board, or its company's name. */
  company: string;
  onPayload(payload: Payload): void;
}

/** Has the worker ask a board for its listing, as a sync does, for which it wants the token. */
export function BoardPayload({ source, company, onPayload }: Props) {
  const trigger = useTrigger();
  const { data } = useInfiniteQuery(boardsQuery({ source, company }));
  const boards = data?.pages[0]?.companies ?? [];
  const slug = boards.find((board) => board.slug === company)?.slug ?? boards[0]?.slug ?? company;
  const path = `/api/v3/companies/${source}/${encodeURIComponent(slug)}/payload`;
  const label = labelOfSource(source);
  const take = (bytes: Uint8Array) => {
    onPayload({ bytes, name: `The board ${slug} of ${label}`, source, tag: '', board: slug });
    return `${label} answered with ${formatBytes(bytes.length)}.`;
  };
  return (
    <section className="panel board-payload needs-script" aria-label="Board">
      <button
        type="button"
        className="button primary"
        disabled={trigger.isRunning(path)}
        onClick={() => trigger.run({ path, name: `Ask ${label} for ${slug}`, verb: 'Ask', take })}
      >
        {trigger.isRunning(path) ? `Asking ${label} …` : `Ask ${label} for the board ${slug}`}
      </button>
      <p className="quiet">The worker asks, in its turn, as a sync does. Nothing is changed by it.</p>
      <TriggerResult trigger={trigger} about={path} />
      <TokenDialog trigger={trigger} />
    </section>
  );
}
