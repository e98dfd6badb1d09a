import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import {
  focusedItem,
  heirOf,
  isInPosting,
  itemAfter,
  leavePosting,
  linkOf,
  meantItem,
  scrollPosting,
  shownPosting,
} from '../lib/board-focus';
import { type ListedJob, setUsesKeys, toggleJob, undoHiding, useKept } from '../lib/kept';
import { useShow } from '../lib/use-show';
import { Icon } from './icons';

const SHORTCUTS = [
  ['/', 'Search'],
  ['j', 'Next job, shown'],
  ['k', 'Previous job, shown'],
  ['Space', 'Scroll the job shown'],
  ['Enter', 'Into the job shown; → and o do the same'],
  ['Esc', 'Back to the list; ← does the same'],
  ['a', 'Apply'],
  ['s', 'Save'],
  ['x', 'Hide'],
  ['u', 'Undo hiding'],
  ['?', 'This help'],
] as const;

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), select, textarea, [contenteditable]');

function search() {
  const box = document.querySelector<HTMLInputElement>('input[name="search"]');
  box?.focus();
  box?.select();
}

/** Moves the focus along the list and shows the posting where there is room for it. */
function move(step: 1 | -1, show: ReturnType<typeof useShow>) {
  const item = itemAfter(step);
  linkOf(item)?.focus();
  if (item && shownPosting()) show(Number(item.dataset.job), { replace: true });
}

function keep(list: 'saved' | 'hidden', jobs: ListedJob[]) {
  const item = meantItem();
  const job = jobs.find(({ id }) => String(id) === item?.dataset.job);
  if (!job) return;
  const heir = list === 'hidden' && (focusedItem() || isInPosting()) ? heirOf(item) : undefined;
  toggleJob(list, job);
  linkOf(heir)?.focus();
}

type Action = (event: KeyboardEvent) => void;

/** The actions of keys here and now; a key without one is the browser's. */
function actionsOf(jobs: ListedJob[], show: ReturnType<typeof useShow>, help: () => void): Record<string, Action | false | undefined> {
  const isInList = focusedItem() !== undefined;
  const hasPosting = shownPosting() !== undefined;
  return {
    '/': search,
    j: () => move(1, show),
    k: () => move(-1, show),
    o: () => linkOf(meantItem())?.click(),
    ArrowRight: isInList && hasPosting && (() => linkOf(focusedItem())?.click()),
    ArrowLeft: isInPosting() && leavePosting,
    Escape: isInPosting() && leavePosting,
    ' ': hasPosting && document.activeElement?.matches('.job-title') && (({ shiftKey }) => scrollPosting(shiftKey ? -1 : 1)),
    a: hasPosting && (() => shownPosting()?.querySelector<HTMLAnchorElement>('.apply')?.click()),
    s: () => keep('saved', jobs),
    x: () => keep('hidden', jobs),
    u: undoHiding,
    '?': help,
  };
}

/**
 * Whether a key can be switched off (WCAG 2.1.4): keys of one character can; arrows and Escape are nobody's
 * speech.
 */
const isSwitchable = (key: string) => key.length === 1;

const isElsewhere = () => document.querySelector('dialog[open], :popover-open') !== null;

/** The keyboard of the board, and the help for it. */
export function BoardKeys({ jobs }: { jobs: ListedJob[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { usesKeys } = useKept();
  const show = useShow();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isElsewhere()) return;
      if (isSwitchable(event.key) && !usesKeys) return;
      const actions = actionsOf(jobs, show, () => dialog.current?.showModal());
      const action = Object.hasOwn(actions, event.key) && actions[event.key];
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [jobs, show, usesKeys]);
  return <KeysHelp dialog={dialog} usesKeys={usesKeys} />;
}

/** The button that opens the help. */
export function KeysButton() {
  const show = () => document.querySelector<HTMLDialogElement>('.keys-help')?.showModal();
  return (
    <button
      type="button"
      className="keys-button icon-button"
      aria-label="Keyboard shortcuts"
      title="Keyboard shortcuts (?)"
      onClick={show}
    >
      <Icon name="keyboard" />
    </button>
  );
}

interface HelpProperties {
  dialog: RefObject<HTMLDialogElement | null>;
  usesKeys: boolean;
}

function KeysHelp({ dialog, usesKeys }: HelpProperties) {
  const closeFromOutside = ({ target, currentTarget }: MouseEvent<HTMLDialogElement>) =>
    target === currentTarget && currentTarget.close();
  return (
    <dialog ref={dialog} className="keys-help" aria-labelledby="keys-title" onClick={closeFromOutside}>
      <form method="dialog">
        <h2 id="keys-title">Keyboard</h2>
        <dl>
          {SHORTCUTS.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <label className="check">
          <input type="checkbox" checked={usesKeys} onChange={() => setUsesKeys(!usesKeys)} />
          Use keys of one letter
        </label>
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
