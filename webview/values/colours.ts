/** Maps values to colours: one hue below zero, another above, and the background in between. */
import { chartColour, hexOf, mixed, parseColour, type Rgb } from '../colour';
import { themeColour } from '../page';

export interface Palette {
  readonly below: Rgb;
  readonly zero: Rgb;
  readonly above: Rgb;
  /** Of what is no number. */
  readonly nan: Rgb;
}

export function paletteOfTheme(): Palette {
  const dark = document.body.matches('.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)');
  return {
    below: channels(chartColour('charts-blue', '#3794ff')),
    zero: channels(themeColour('editor-background', dark ? '#1e1e1e' : '#ffffff')),
    above: channels(chartColour('charts-orange', '#d18616')),
    nan: channels(chartColour('charts-red', '#f14c4c')),
  };
}

/** Unlike any value: the colour of 0 is that of the page, and a border of the theme may hardly differ from it. */
export function colourBetweenTiles(): string {
  const border = themeColour('contrastBorder', '');
  if (border !== '') return border;
  const [text, page] = [themeColour('foreground', '#808080'), themeColour('editor-background', '#808080')];
  return hexOf(mixed(channels(text), channels(page), 0.45));
}

/** The entry of NaN in a table of colours. */
export const nanEntry = 511;

/** A table of 511 RGBA colours for −1 … 1, and one for NaN. */
export function colourTable({ below, zero, above, nan }: Palette): Uint8ClampedArray {
  const table = new Uint8ClampedArray((nanEntry + 1) * 4);
  table.set([...nan, 255], 4 * nanEntry);
  for (let i = 0; i < nanEntry; i++) {
    const t = (i - 255) / 255;
    const end = t < 0 ? below : above;
    for (let k = 0; k < 3; k++)
      table[4 * i + k] = (zero[k] as number) + Math.abs(t) * ((end[k] as number) - (zero[k] as number));
    table[4 * i + 3] = 255;
  }
  return table;
}

function channels(colour: string): Rgb {
  return parseColour(colour)?.rgb ?? [128, 128, 128];
}
