/** A table of text columns, for display. */
import { visible } from '#core/messages/shown';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** The title row and the rows, padded to the widest cell of each column, each with its newline. */
export function table(columns: readonly Column[], texts: readonly (readonly string[])[]): string {
  const rows = texts.map((cells) => cells.map(visible));
  const titles = columns.map((column) => column.title);
  const widths = columns.map((column, i) =>
    rows.reduce((width, row) => Math.max(width, row[i]?.length ?? 0), column.title.length),
  );
  const row = (cells: readonly string[]): string =>
    `${columns
      .map((column, i) => pad(cells[i] ?? '', widths[i] ?? 0, column.align))
      .join('  ')
      .trimEnd()}\n`;
  return [titles, ...rows].map(row).join('');
}

function pad(cell: string, width: number, align: Column['align']): string {
  return align === 'left' ? cell.padEnd(width) : cell.padStart(width);
}
