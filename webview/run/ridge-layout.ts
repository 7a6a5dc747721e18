/** Where the parts of the chart of ridges are, in pixels. */
import type { RidgeRow } from './rows-of-ridges';

export interface RidgeLayout {
  readonly width: number;
  readonly height: number;
  /** Of the names of layers. */
  readonly gutter: number;
  /** Of a net. */
  readonly column: number;
  /** The base of the first ridge. */
  readonly top: number;
  readonly row: number;
  /** The height of the highest ridge, which overlaps the rows above. */
  readonly peak: number;
  /** The base of the last ridge. */
  readonly bottom: number;
  /** There is room for notes below the names. */
  readonly hasNotes: boolean;
}

/** A row and a column. */
export interface Place {
  readonly row: number;
  readonly net: number;
}

export const gap = 24;
/** From the names to the ridges, where the bars of zeros are on an axis of magnitudes. */
export const margin = 16;
const leastColumn = 92;
const right = 14;
/** Of the heads of the columns, and the axis below them. */
const head = 58;
const foot = 46;

/**
 * `room`: the width for all; `labels`: the width of the widest name or note; `peaks`: the height of each row's highest ridge,
 * from 0 to 1; `isOwn`: each ridge is as high as any.
 */
export function layoutOf(
  room: number,
  nets: number,
  labels: number,
  peaks: readonly number[],
  isOwn: boolean,
): RidgeLayout {
  const rows = peaks.length;
  const gutter = Math.ceil(Math.min(room * 0.32, 240, Math.max(60, labels))) + 8 + margin;
  const column = Math.max(leastColumn, Math.floor((room - gutter - right) / Math.max(1, nets)) - gap);
  const row = rows <= 16 ? 38 : rows <= 40 ? 30 : 22;
  const peak = (isOwn ? 1.4 : 2) * row;
  // No ridge reaches the axis above.
  const above = peaks.reduce((most, height, i) => Math.max(most, height * peak - i * row), row * 0.75);
  const top = head + Math.ceil(above);
  const bottom = top + Math.max(0, rows - 1) * row;
  return {
    width: gutter + nets * (column + gap) + right,
    height: bottom + foot,
    gutter,
    column,
    top,
    row,
    peak,
    bottom,
    hasNotes: row >= 28,
  };
}

/** The y of the axes. */
export function axesAt({ bottom }: RidgeLayout): { readonly above: number; readonly below: number } {
  return { above: head - 4, below: bottom + 8 };
}

/** Undefined outside of the rows. */
export function placeAt(layout: RidgeLayout, rows: number, nets: number, x: number, y: number): Place | undefined {
  const { gutter, column, top, row } = layout;
  // A ridge stands above its base line.
  const at = Math.ceil((y - top) / row - 0.25);
  if (at < 0 || at >= rows) return undefined;
  const net = Math.floor((x - gutter) / (column + gap));
  return { row: at + 0, net: Math.max(0, Math.min(nets - 1, net)) };
}

/** Where a key moves to; undefined for other keys. `from`: undefined before the first. */
export function moved(
  key: string,
  from: Place | undefined,
  rows: readonly Pick<RidgeRow, 'layer'>[],
  nets: number,
  cursor: number | undefined,
): Place | undefined {
  const { row, net } = from ?? { row: rows.findIndex(({ layer }) => layer === cursor), net: 0 };
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(last, row + 1), net };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), net };
    case 'ArrowRight':
      return { row: Math.max(0, row), net: Math.min(nets - 1, net + 1) };
    case 'ArrowLeft':
      return { row: Math.max(0, row), net: Math.max(0, net - 1) };
    case 'Home':
      return { row: 0, net };
    case 'End':
      return { row: last, net };
    default:
      return undefined;
  }
}
