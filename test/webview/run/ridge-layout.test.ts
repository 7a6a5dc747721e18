/** Where the parts of the chart are. */
import { expect, test } from 'vitest';
import { axesAt, layoutOf, moved, placeAt } from '#webview/run/ridge-layout';

const peaks = (count: number, height: number): readonly number[] => new Array<number>(count).fill(height);

test.each([
  [8, 1],
  [30, 0.3],
  [150, 1],
])('no ridge of %i layers reaches the axis above, and little is left between', (count, height) => {
  for (const isOwn of [true, false]) {
    const layout = layoutOf(900, 2, 100, peaks(count, height), isOwn);
    const highest = Math.min(
      ...peaks(count, height).map((peak, i) => layout.top + i * layout.row - peak * layout.peak),
    );
    expect(highest).toBeGreaterThanOrEqual(axesAt(layout).above);
    expect(layout.top - axesAt(layout).above).toBeLessThan(Math.max(layout.row, layout.peak * height) + 8);
  }
});

test.each([320, 480, 900, 1600])('columns and names fit into %i pixels, or scroll', (room) => {
  for (const nets of [1, 2, 5]) {
    const { width, column, gutter } = layoutOf(room, nets, 400, peaks(8, 1), true);
    expect(gutter).toBeLessThan(room / 2);
    expect(column).toBeGreaterThanOrEqual(92);
    expect(width <= room || column === 92).toBe(true);
  }
});

test('each row has a place, from above its base', () => {
  const layout = layoutOf(900, 2, 100, peaks(3, 1), true);
  const { top, row, gutter, column } = layout;
  expect(placeAt(layout, 3, 2, gutter + 5, top - 2)).toEqual({ row: 0, net: 0 });
  expect(placeAt(layout, 3, 2, gutter + column + 40, top + row)).toEqual({ row: 1, net: 1 });
  expect(placeAt(layout, 3, 2, 2, top + 2 * row)).toEqual({ row: 2, net: 0 });
  expect(placeAt(layout, 3, 2, gutter, top + 3 * row)).toBeUndefined();
  expect(placeAt(layout, 3, 2, gutter, 0)).toBeUndefined();
});

test('keys move between rows and nets, from the layer at the cursor', () => {
  const rows = [{ layer: 0 }, { layer: 4 }, { layer: 7 }];
  expect(moved('ArrowDown', undefined, rows, 2, 4)).toEqual({ row: 2, net: 0 });
  expect(moved('ArrowDown', { row: 2, net: 1 }, rows, 2, 4)).toEqual({ row: 2, net: 1 });
  expect(moved('ArrowRight', { row: 2, net: 0 }, rows, 2, 4)).toEqual({ row: 2, net: 1 });
  expect(moved('End', { row: 0, net: 1 }, rows, 2, 4)).toEqual({ row: 2, net: 1 });
  expect(moved('x', { row: 0, net: 1 }, rows, 2, 4)).toBeUndefined();
});
