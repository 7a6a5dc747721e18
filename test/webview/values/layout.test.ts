/** The position of each value of a blob in its picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingZoom, indicesOf, layoutOf, placeOf, screenOf, valueAt, zooms } from '#webview/values/layout';

test.each([
  [[96, 3, 11, 11], { kind: 'tiles', tiles: 96, rows: 11, columns: 11, depth: 3 }],
  [[256, 48, 5, 5], { kind: 'tiles', tiles: 12288, rows: 5, columns: 5, depth: 1 }],
  [[8, 3, 2, 4, 4], { kind: 'tiles', tiles: 48, rows: 4, columns: 4, depth: 1 }],
  [[4096, 9216], { kind: 'matrix', rows: 4096, columns: 9216 }],
  [[512, 256, 1, 1], { kind: 'matrix', rows: 512, columns: 256 }],
  [[100], { kind: 'matrix', rows: 2, columns: 64 }],
  [[], { kind: 'matrix', rows: 1, columns: 1 }],
])('lays out %j', (shape, layout) => {
  expect(layoutOf(shape)).toMatchObject(layout);
});

const shapes = fc.oneof(
  fc.tuple(
    fc.integer({ min: 1, max: 70 }),
    fc.constantFrom(1, 3, 5),
    fc.integer({ min: 2, max: 7 }),
    fc.integer({ min: 2, max: 7 }),
  ),
  fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 })),
);
const views = fc.record({
  width: fc.integer({ min: 120, max: 900 }),
  height: fc.integer({ min: 60, max: 400 }),
  zoom: fc.constantFrom(...zooms),
});

test('shows every value on exactly one page, and no page larger than the view unless a single tile is', () => {
  fc.assert(
    fc.property(shapes, views, (shape, view) => {
      const layout = layoutOf(shape);
      const seen = new Set<number>();
      const { pages } = screenOf(layout, { ...view, page: 0 });
      for (let page = 0; page < pages; page++) {
        const screen = screenOf(layout, { ...view, page });
        const { start, rows, width, stride } = screen.region;
        for (let row = 0; row < rows; row++) for (let i = 0; i < width; i++) seen.add(start + row * stride + i);
        const tile = layout.kind === 'tiles' ? layout.columns * view.zoom : view.zoom;
        expect(screen.width).toBeLessThanOrEqual(Math.max(view.width, tile));
      }
      expect(seen.size).toBe(shape.reduce((product, dim) => product * dim, 1));
    }),
    { numRuns: 60 },
  );
});

test('finds a value by its own pixel', () => {
  fc.assert(
    fc.property(shapes, views, fc.nat(), fc.nat(), (shape, view, somePage, some) => {
      const layout = layoutOf(shape);
      const { pages } = screenOf(layout, { ...view, page: 0 });
      const screen = screenOf(layout, { ...view, page: somePage % pages });
      const shown = screen.region.rows * screen.region.width;
      const at = some % shown;
      const found = valueAt(layout, screen, view.zoom, ...placeOf(layout, screen, view.zoom, at));
      const plane = layout.rows * layout.columns;
      // A pixel of a tile in RGB stands for three values, and gives the first.
      const expected =
        layout.kind === 'tiles' && layout.depth === 3 ? Math.floor(at / (3 * plane)) * 3 * plane + (at % plane) : at;
      expect(found?.inRegion).toBe(expected);
    }),
    { numRuns: 100 },
  );
});

test('shows everything at once if possible', () => {
  for (const shape of [
    [96, 3, 11, 11],
    [21, 1, 8, 8],
    [10, 50],
  ]) {
    const layout = layoutOf(shape);
    const zoom = fittingZoom(layout, 490, 320);
    expect(screenOf(layout, { width: 490, height: 320, zoom, page: 0 }).pages, shape.join()).toBe(1);
  }
  const large = layoutOf([512, 512, 3, 3]);
  expect(fittingZoom(large, 490, 320) * 3).toBeGreaterThanOrEqual(20);
});

test('cuts a narrow matrix into strips side by side rather than showing it small', () => {
  const lstm = layoutOf([128, 32]);
  const zoom = fittingZoom(lstm, 900, 320);
  const screen = screenOf(lstm, { width: 900, height: 320, zoom, page: 0 });
  expect({ zoom, ...screen }).toMatchObject({ zoom: 6, pages: 1, across: 3, down: 53, width: 580, height: 318 });
  // Row 53 is the first of the second strip; nothing is between the strips.
  expect(valueAt(lstm, screen, zoom, 194, 0)?.index).toBe(53 * 32);
  expect(valueAt(lstm, screen, zoom, 193, 0)).toBeUndefined();
  // The last strip is shorter.
  expect(valueAt(lstm, screen, zoom, 388, 21 * 6)?.index).toBe(127 * 32);
  expect(valueAt(lstm, screen, zoom, 388, 22 * 6)).toBeUndefined();
  // Where its values are large enough in one piece, it stays in one.
  expect(fittingZoom(layoutOf([20, 8]), 900, 320)).toBe(16);
  expect(screenOf(layoutOf([20, 8]), { width: 900, height: 320, zoom: 16, page: 0 }).across).toBe(1);
});

test('computes an index along each axis', () => {
  expect(indicesOf([2, 3, 4], 23)).toEqual([1, 2, 3]);
  expect(indicesOf([], 0)).toEqual([]);
});
