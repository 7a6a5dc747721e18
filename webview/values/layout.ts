/** The layout of a blob as a picture: kernels as tiles, everything else as a matrix. Lengths are in values, sizes in pixels. */
import type { Region } from '#core/weights/region';

/** `depth` is 3 if a tile shows three channels as red, green and blue. */
export type Layout =
  | {
      readonly kind: 'tiles';
      readonly tiles: number;
      readonly rows: number;
      readonly columns: number;
      readonly depth: 1 | 3;
      readonly inputs: number;
    }
  | { readonly kind: 'matrix'; readonly rows: number; readonly columns: number };

const wrapAt = 64;

export function layoutOf(shape: readonly number[]): Layout {
  const [outputs = 1, inputs = 1, ...spatial] = shape;
  const columns = spatial.at(-1) ?? 1;
  const rows = spatial.at(-2) ?? 1;
  if (spatial.length >= 2 && rows * columns > 1) {
    const planes = shape.slice(0, -2).reduce((product, dim) => product * dim, 1);
    const coloured = shape.length === 4 && inputs === 3;
    return { kind: 'tiles', tiles: coloured ? outputs : planes, rows, columns, depth: coloured ? 3 : 1, inputs };
  }
  const count = shape.reduce((product, dim) => product * dim, 1);
  if (shape.length >= 2 && outputs > 0) return { kind: 'matrix', rows: outputs, columns: count / outputs };
  return { kind: 'matrix', rows: Math.ceil(count / wrapAt), columns: Math.min(count, wrapAt) };
}

/** The values on one page, and their positions. */
export interface Screen {
  readonly pages: number;
  readonly page: number;
  readonly region: Region;
  readonly width: number;
  readonly height: number;
  /** Tiles side by side; of a matrix, strips. */
  readonly across: number;
  /** Of a matrix: the rows of a strip. One that is higher than the screen and narrow is cut into strips side by side. */
  readonly down: number;
  /** Pages side by side, for a matrix wider than the screen. */
  readonly pagesAcross: number;
}

export const gap = 2;
/** Limits for a comfortable size of a tile, in pixels. */
const smallestTile = 20;
const largestTile = 88;
/** In pixels: large enough to distinguish single values of a matrix. */
const pagedMatrixZoom = 3;
/** In pixels: a matrix whose values have this size is not cut into strips to enlarge them. */
const largestInStrips = 6;

export const zooms = [1, 2, 3, 4, 6, 8, 12, 16, 24] as const;

/** The zoom that shows everything at once if that is large enough to see; else a zoom for paging. */
export function fittingZoom(layout: Layout, width: number, height: number): number {
  const longest = Math.max(layout.rows, layout.columns);
  const fits = (zoom: number): boolean => screenOf(layout, { width, height, zoom, page: 0 }).pages === 1;
  if (layout.kind === 'matrix') {
    const whole = zooms.findLast((zoom) => fits(zoom) && zoom * layout.rows <= height) ?? 0;
    const inStrips = zooms.findLast((zoom) => zoom <= largestInStrips && fits(zoom)) ?? 0;
    const largest = Math.max(whole, inStrips);
    return largest >= 2 ? largest : pagedMatrixZoom;
  }
  // A single one may fill the height.
  const largest = layout.tiles === 1 ? height : largestTile;
  return (
    zooms.findLast((zoom) => zoom * longest <= largest && zoom * longest >= smallestTile && fits(zoom)) ??
    zooms.find((zoom) => zoom * longest >= smallestTile) ??
    1
  );
}

export function screenOf(
  layout: Layout,
  view: { readonly width: number; readonly height: number; readonly zoom: number; readonly page: number },
): Screen {
  return layout.kind === 'tiles' ? screenOfTiles(layout, view) : screenOfMatrix(layout, view);
}

type View = Parameters<typeof screenOf>[1];

function screenOfTiles(
  { tiles, rows, columns, depth }: Extract<Layout, { kind: 'tiles' }>,
  { width, height, zoom, page }: View,
): Screen {
  const tileWidth = columns * zoom + gap;
  const tileHeight = rows * zoom + gap;
  const across = Math.max(1, Math.min(tiles, Math.floor(width / tileWidth)));
  const down = Math.max(1, Math.min(Math.ceil(tiles / across), Math.floor(height / tileHeight)));
  const pages = Math.max(1, Math.ceil(tiles / (across * down)));
  const shown = Math.min(page, pages - 1);
  const first = shown * across * down;
  const onPage = Math.max(0, Math.min(across * down, tiles - first));
  const size = rows * columns * depth;
  return {
    pages,
    page: shown,
    region: { start: first * size, rows: 1, width: onPage * size, stride: 0 },
    width: across * tileWidth - gap,
    height: Math.max(1, Math.ceil(onPage / across)) * tileHeight - gap,
    across,
    down,
    pagesAcross: 1,
  };
}

function screenOfMatrix(
  { rows, columns }: Extract<Layout, { kind: 'matrix' }>,
  { width, height, zoom, page }: View,
): Screen {
  const wide = Math.max(1, Math.min(columns, Math.floor(width / zoom)));
  const down = Math.max(1, Math.min(rows, Math.floor(height / zoom)));
  const strips = Math.max(1, Math.min(Math.ceil(rows / down), Math.floor((width + gap) / (wide * zoom + gap))));
  const pagesAcross = Math.ceil(columns / wide);
  const pages = Math.max(1, pagesAcross * Math.ceil(rows / (down * strips)));
  const shown = Math.min(page, pages - 1);
  const left = (shown % pagesAcross) * wide;
  const top = Math.floor(shown / pagesAcross) * down * strips;
  const region = {
    start: top * columns + left,
    rows: Math.min(down * strips, rows - top),
    width: Math.min(wide, columns - left),
    stride: columns,
  };
  const across = Math.max(1, Math.ceil(region.rows / down));
  return {
    pages,
    page: shown,
    region,
    width: across * (region.width * zoom + gap) - gap,
    height: Math.min(down, region.rows) * zoom,
    across,
    down,
    pagesAcross,
  };
}

/** The index in the blob of the value at a pixel; undefined between tiles and outside. */
export function valueAt(
  layout: Layout,
  screen: Screen,
  zoom: number,
  x: number,
  y: number,
): { readonly index: number; readonly inRegion: number } | undefined {
  if (layout.kind === 'matrix') {
    const { start, rows, width, stride } = screen.region;
    const strip = Math.floor(x / (width * zoom + gap));
    const column = Math.floor((x - strip * (width * zoom + gap)) / zoom);
    const row = strip * screen.down + Math.floor(y / zoom);
    if (x < 0 || y < 0 || column >= width || y >= screen.down * zoom || row >= rows) return undefined;
    return { index: start + row * stride + column, inRegion: row * width + column };
  }
  const tileWidth = layout.columns * zoom + gap;
  const tileHeight = layout.rows * zoom + gap;
  const across = Math.floor(x / tileWidth);
  const column = Math.floor((x - across * tileWidth) / zoom);
  const row = Math.floor((y % tileHeight) / zoom);
  const tile = Math.floor(y / tileHeight) * screen.across + across;
  const inRegion = tile * layout.rows * layout.columns * layout.depth + row * layout.columns + column;
  if (
    x < 0 ||
    y < 0 ||
    across >= screen.across ||
    column >= layout.columns ||
    row >= layout.rows ||
    inRegion >= screen.region.width
  )
    return undefined;
  return { index: screen.region.start + inRegion, inRegion };
}

/** The index along each axis of the value at a position in the blob. */
export function indicesOf(shape: readonly number[], index: number): readonly number[] {
  const indices: number[] = [];
  let rest = index;
  for (const dim of [...shape].reverse()) {
    indices.unshift(dim > 0 ? rest % dim : 0);
    rest = Math.floor(rest / Math.max(1, dim));
  }
  return indices;
}

/** The pixel in the centre of a value. */
export function placeOf(layout: Layout, screen: Screen, zoom: number, inRegion: number): readonly [number, number] {
  if (layout.kind === 'matrix') {
    const { width } = screen.region;
    const row = Math.floor(inRegion / width);
    const left = Math.floor(row / screen.down) * (width * zoom + gap);
    return [left + ((inRegion % width) + 0.5) * zoom, ((row % screen.down) + 0.5) * zoom];
  }
  const plane = layout.rows * layout.columns;
  const tile = Math.floor(inRegion / (plane * layout.depth));
  const inPlane = inRegion % plane;
  const x = (tile % screen.across) * (layout.columns * zoom + gap) + ((inPlane % layout.columns) + 0.5) * zoom;
  const y =
    Math.floor(tile / screen.across) * (layout.rows * zoom + gap) + (Math.floor(inPlane / layout.columns) + 0.5) * zoom;
  return [x, y];
}
