import type { ReactNode } from 'react';

/** A cell of a `cell-table`: on a narrow screen each carries the name of its column. */
export function Cell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <td>
      <span className="cell-name" aria-hidden="true">
        {name}
      </span>
      <span>{children}</span>
    </td>
  );
}
