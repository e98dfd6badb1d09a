import { type FormEvent, useEffect, useRef } from 'react';
import type { Trigger } from './use-trigger';

/** The dialog that asks for the token of writes. */
export function TokenDialog({ trigger: { asking, giveToken } }: { trigger: Trigger }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asking]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = input.current!.value.trim();
    if (!token) return;
    input.current!.value = '';
    giveToken(token);
  };
  return (
    <dialog className="token-dialog" ref={dialog} aria-labelledby="token-heading" onCancel={() => giveToken()}>
      <form onSubmit={submit}>
        <h2 id="token-heading">{asking?.action.name}</h2>
        {asking?.wasRefused && (
          <p role="alert" className="token-refused">
            The server does not accept this token.
          </p>
        )}
        <label className="field">
          <span>Sync token</span>
          <input ref={input} type="password" autoComplete="off" required aria-describedby="token-help" />
        </label>
        <p id="token-help" className="quiet">
          The secret <code>SYNC_TOKEN</code> of this installation. It is kept until this tab is closed.
        </p>
        <div className="token-actions">
          <button type="button" className="button" onClick={() => giveToken()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            {asking?.action.verb ?? 'Run'}
          </button>
        </div>
      </form>
    </dialog>
  );
}
