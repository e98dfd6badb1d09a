import { type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { type ListedJob, setUsesKeys, toggleJob, useKept } from '../lib/kept';
import { Icon } from './icons';

const SHORTCUTS = [
  ['/', 'Search'],
  ['j', 'Next job'],
  ['k', 'Job before'],
  ['o', 'Open'],
  ['s', 'Save'],
  ['x', 'Hide'],
  ['?', 'This help'],
] as const;

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), select, textarea, [contenteditable]');

const items = () => [...document.querySelectorAll<HTMLElement>('[data-job]')];
const linkOf = (item?: Element | null) => item?.querySelector<HTMLAnchorElement>('.job-title');
const focusedItem = () => document.activeElement?.closest('[data-job]') ?? undefined;

/** Moves the focus along the list; from elsewhere it starts at the chosen posting. */
function move(step: 1 | -1) {
  const all = items();
  const at = all.indexOf(focusedItem() as HTMLElement);
  const chosen = all.findIndex((item) => item.dataset.current);
  const next = at < 0 ? Math.max(chosen, 0) : Math.min(Math.max(at + step, 0), all.length - 1);
  linkOf(all[next])?.focus();
}

/** The posting meant: that with the focus, else the one shown. */
const meant = () => (focusedItem() ?? document.querySelector('[data-job][data-current]')) as HTMLElement | null;

/**
 * The board by keyboard, and the help that tells how. Single keys can be switched off (WCAG 2.1.4), for
 * those whose software speaks them.
 */
export function BoardKeys({ jobs }: { jobs: ListedJob[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { usesKeys } = useKept();
  useEffect(() => {
    if (!usesKeys) return;
    const jobMeant = () => jobs.find(({ id }) => String(id) === meant()?.dataset.job);
    const keep = (list: 'saved' | 'hidden') => {
      const job = jobMeant();
      if (!job) return;
      const next = list === 'hidden' && focusedItem()?.nextElementSibling;
      toggleJob(list, job);
      if (next) linkOf(next)?.focus();
    };
    const actions: Record<string, () => void> = {
      '/': () => document.querySelector<HTMLInputElement>('input[name="search"]')?.select(),
      j: () => move(1),
      k: () => move(-1),
      o: () => linkOf(meant())?.click(),
      s: () => keep('saved'),
      x: () => keep('hidden'),
      '?': () => dialog.current?.showModal(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || dialog.current?.open) return;
      const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [jobs, usesKeys]);
  return <KeysHelp dialog={dialog} usesKeys={usesKeys} />;
}

/** The help for those who look for it. */
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
          Use these keys
        </label>
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
