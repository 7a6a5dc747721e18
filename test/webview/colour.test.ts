/** Colours of charts can be told from the background in every theme that VS Code comes with. */
import { describe, expect, test } from 'vitest';
import { contrast, enough, hexOf, mixed, parseColour, readable, type Rgb } from '#webview/colour';

/** Name, editor.background, foreground, and charts.blue, orange, green, red, purple and yellow, as pages get them. */
const themes: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['Abyss', '#000c18', '#cccccc', ['#59a4f9', 'rgba(238, 238, 238, 0.27)', '#89d185', '#f14c4c', '#b180d7', '#cca700']],
  [
    'Visual Studio Dark',
    '#1e1e1e',
    '#cccccc',
    ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700'],
  ],
  [
    'Dark Modern',
    '#1f1f1f',
    '#cccccc',
    ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700'],
  ],
  ['Dark+', '#1e1e1e', '#cccccc', ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700']],
  [
    'Kimbie Dark',
    '#221a0f',
    '#cccccc',
    ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700'],
  ],
  ['Monokai', '#272822', '#cccccc', ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700']],
  [
    'Monokai Dimmed',
    '#1e1e1e',
    '#cccccc',
    ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700'],
  ],
  ['Red', '#390000', '#cccccc', ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700']],
  [
    'Solarized Dark',
    '#002b36',
    '#cccccc',
    ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700'],
  ],
  [
    'Tomorrow Night Blue',
    '#002451',
    '#cccccc',
    ['#59a4f9', 'rgba(234, 92, 0, 0.33)', '#89d185', '#f14c4c', '#b180d7', '#cca700'],
  ],
  ['Light 2026', '#ffffff', '#202020', ['#1a5cff', '#d18616', '#388a34', '#ad0707', '#652d90', '#667309']],
  [
    'Visual Studio Light',
    '#ffffff',
    '#616161',
    ['#0063d3', 'rgba(234, 92, 0, 0.33)', '#388a34', '#e51400', '#652d90', '#bf8803'],
  ],
  [
    'Light Modern',
    '#ffffff',
    '#3b3b3b',
    ['#0063d3', 'rgba(234, 92, 0, 0.33)', '#388a34', '#e51400', '#652d90', '#bf8803'],
  ],
  ['Light+', '#ffffff', '#616161', ['#0063d3', 'rgba(234, 92, 0, 0.33)', '#388a34', '#e51400', '#652d90', '#bf8803']],
  [
    'Quiet Light',
    '#f5f5f5',
    '#616161',
    ['#0063d3', 'rgba(237, 201, 216, 0.6)', '#388a34', '#e51400', '#652d90', '#bf8803'],
  ],
  [
    'Solarized Light',
    '#fdf6e3',
    '#616161',
    ['#0063d3', 'rgba(234, 92, 0, 0.33)', '#388a34', '#e51400', '#652d90', '#bf8803'],
  ],
  ['Default High Contrast', '#000000', '#ffffff', ['#59a4f9', '#89d185', '#f48771', '#b180d7', '#ffd370']],
  ['Default High Contrast Light', '#ffffff', '#292929', ['#0063d3', '#374e06', '#b5200d', '#652d90', '#895503']],
  ['Dark 2026', '#121314', '#bfbfbf', ['#57a3f8', '#cd861a', '#86cf86', '#ef8773', '#ad80d7', '#e0b97f']],
];

const rgb = (text: string): Rgb => parseColour(text)?.rgb ?? expect.fail(`${text} is not a colour`);

test.each(themes)('%s', (_, background, foreground, colours) => {
  for (const colour of colours) {
    const paint = parseColour(colour) ?? expect.fail(colour);
    const found = readable(paint, rgb(background), rgb(foreground));
    expect(contrast(found, rgb(background))).toBeGreaterThanOrEqual(enough);
    // Colours with enough contrast stay as they are.
    if (contrast(paint.rgb, rgb(background)) >= enough) expect(hexOf(found)).toBe(hexOf(paint.rgb));
  }
});

describe('notations', () => {
  test.each([
    ['#f80', '#ff8800', 1],
    ['#D18616', '#d18616', 1],
    ['#ff000080', '#ff0000', 128 / 255],
    ['rgb(1, 2, 3)', '#010203', 1],
    ['rgba(234, 92, 0, 0.33)', '#ea5c00', 0.33],
  ])('%s', (text, hex, alpha) => {
    expect(hexOf(rgb(text))).toBe(hex);
    expect(parseColour(text)?.alpha).toBeCloseTo(alpha, 9);
  });
  test.each(['', 'red', '#12', '#12345', 'rgb()', 'rgb(a, b, c)'])('%j is none', (text) =>
    expect(parseColour(text)).toBeUndefined(),
  );
});

test('contrast is that of WCAG, and mixing goes from one colour to the other', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 9);
  // #767676 on white is the lightest gray with 4.5:1.
  expect(contrast([0x76, 0x76, 0x76], [255, 255, 255])).toBeCloseTo(4.54, 2);
  expect(mixed([0, 0, 0], [100, 200, 40], 0.5)).toEqual([50, 100, 20]);
});
