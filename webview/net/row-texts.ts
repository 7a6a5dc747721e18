/** The rows of the table as text, for copying. */
import { large } from '#core/cost/format';
import { inCsv, inMarkdown } from '#core/messages/shown';
import type { NetAnswer } from '#protocol/net';
import { numeric, type Column, type Row } from './rows';

/** `titles` by column; only these columns are included. */
export function markdownOf(rows: readonly Row[], titles: readonly (readonly [Column, string])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = titles.map(([column]) => (numeric.has(column) ? '---:' : '---'));
  const texts = [titles.map(([, title]) => title), ...rows.map((row) => titles.map(([column]) => row.cells[column]))];
  const [head = [], ...body] = texts.map((cells) => cells.map((cell) => inMarkdown(cell).markdown));
  return [head, rule, ...body].map(line).join('');
}

/** Numbers without thousands separators, and memory in bytes, so that a spreadsheet can sum them. */
export function csvOf(net: NetAnswer, rows: readonly Row[], titles: readonly (readonly [Column, string])[]): string {
  const plain = (row: Row, column: Column): string => {
    if (!numeric.has(column)) return row.cells[column];
    const value = net.layers[row.layers[0] ?? -1]?.[column as 'params' | 'macs' | 'memory'];
    if (column === 'params' || column === 'macs' || column === 'memory')
      return typeof value === 'number' ? String(value) : '';
    return row.cells[column].replace('−', '-');
  };
  const layers = rows.filter(({ kind }) => kind === 'layer');
  return [titles.map(([, title]) => title), ...layers.map((row) => titles.map(([column]) => plain(row, column)))]
    .map((cells) => `${cells.map(inCsv).join(',')}\n`)
    .join('');
}

/** Numbers of six digits and more with SI prefixes, to fit into a column: `≥ 37,752,832` → `≥ 37.8 M`. */
export function brief(text: string): string {
  return text.replace(/\d{1,3}(?:,\d{3}){2,}|\d{3},\d{3}/g, (number) => large(Number(number.replaceAll(',', ''))));
}
