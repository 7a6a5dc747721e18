/** Moving between the rows of the table by keys, as in VS Code's trees. */
import type { Row } from './rows';

/** What a key does at a row: selects another row, or opens or closes the block; undefined if it does nothing there. */
export type RowAction = { readonly kind: 'select'; readonly row: number } | { readonly kind: 'toggle' };

export function rowAction(rows: readonly Row[], at: number, key: string): RowAction | undefined {
  const row = rows[at];
  if (!row) return undefined;
  const select = (index: number): RowAction | undefined =>
    index !== at && index >= 0 && index < rows.length ? { kind: 'select', row: index } : undefined;
  switch (key) {
    case 'ArrowDown':
      return select(at + 1);
    case 'ArrowUp':
      return select(at - 1);
    case 'Home':
      return select(0);
    case 'End':
      return select(rows.length - 1);
    case 'ArrowRight':
      if (row.expanded === undefined) return undefined;
      return row.expanded ? select(at + 1) : { kind: 'toggle' };
    case 'ArrowLeft':
      return row.expanded === true ? { kind: 'toggle' } : select(parentOf(rows, at));
    default:
      return undefined;
  }
}

/** The row of the block that contains this one; −1 for none. */
function parentOf(rows: readonly Row[], at: number): number {
  const level = rows[at]?.level ?? 0;
  for (let i = at - 1; i >= 0; i--) if ((rows[i]?.level ?? 0) < level) return i;
  return -1;
}
