import type { ReactNode } from 'react';

/** The head of a `cell-table`. */
export function ColumnNames({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

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
