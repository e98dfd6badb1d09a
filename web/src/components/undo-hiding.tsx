import { useEffect, useState } from 'react';
import { type Hiding, onHide, undoHiding } from '../lib/kept';

const UNDO_MS = 8_000;

/** The notice of the posting just hidden, with a button that brings it back; it stays while one uses it. */
export function UndoHiding() {
  const [latest, setLatest] = useState<Hiding>();
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => onHide(setLatest), []);
  useEffect(() => {
    if (!latest || isHeld) return;
    const timer = setTimeout(() => setLatest(undefined), UNDO_MS);
    return () => clearTimeout(timer);
  }, [latest, isHeld]);
  const hold = (isAtIt: boolean) => () => setIsHeld(isAtIt);
  return (
    <div className="toast-place" role="status">
      {latest && (
        <p
          className="toast"
          onPointerEnter={hold(true)}
          onPointerLeave={hold(false)}
          onFocus={hold(true)}
          onBlur={hold(false)}
        >
          <span>Hidden: {latest.name}</span>
          <button type="button" className="text-button" onClick={undoHiding}>
            Undo <kbd aria-hidden="true">u</kbd>
          </button>
        </p>
      )}
    </div>
  );
}
