import { type ReactNode, useState } from 'react';

/**
 * A menu above all else, which a button with its id as `popoverTarget` opens; its content is drawn while it is
 * open.
 */
export function Popover({ id, children }: { id: string; children: () => ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div
      id={id}
      popover="auto"
      className="menu"
      onBeforeToggle={({ newState }) => newState === 'open' && setIsOpen(true)}
      // Not before: the browser gives the focus back to the button only while it is still in here.
      onToggle={({ newState }) => newState === 'closed' && setIsOpen(false)}
    >
      {isOpen && children()}
    </div>
  );
}
