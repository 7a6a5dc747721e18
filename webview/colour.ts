/** Colours of the theme as numbers, and colours for lines and bars that can be told from the background in every theme. */
import { themeColour } from './page';

/** Each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

interface Paint {
  readonly rgb: Rgb;
  /** From 0 to 1. */
  readonly alpha: number;
}

/** WCAG 2.2, 1.4.11: graphical objects need a contrast of 3:1 to what is next to them. */
export const enough = 3;

/** `#rgb`, `#rrggbb`, both also with alpha, `rgb(…)` and `rgba(…)`, as VS Code writes them; undefined for anything else. */
export function parseColour(text: string): Paint | undefined {
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.exec(text)?.[1];
  if (hex !== undefined) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const [red = 0, green = 0, blue = 0, alpha = 255] = (digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16));
    return { rgb: [red, green, blue], alpha: alpha / 255 };
  }
  const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]*)\)$/.exec(text)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue + alpha))
    return undefined;
  return { rgb: [red, green, blue], alpha };
}

/** `share` of the first colour, and the rest of the second. */
export function mixed(first: Rgb, second: Rgb, share: number): Rgb {
  const [red, green, blue] = first.map((value, i) => share * value + (1 - share) * (second[i] ?? 0));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

/** WCAG's contrast ratio, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

/** WCAG's relative luminance, from 0 to 1. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The hue of a colour, opaque, and moved towards the foreground as far as the contrast to the background needs. Themes have
 * transparent colours for charts, since these are also used for areas.
 */
export function readable({ rgb }: Paint, background: Rgb, foreground: Rgb): Rgb {
  for (let share = 1; share > 0; share -= 0.05) {
    const colour = mixed(rgb, foreground, share);
    if (contrast(colour, background) >= enough) return colour;
  }
  return foreground;
}

export function hexOf(colour: Rgb): string {
  return `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** A colour of the theme for lines, bars and marks. */
export function chartColour(name: string, fallback: string): string {
  return visibleColour(themeColour(name, fallback), fallback);
}

/** The colour with enough contrast to the background; the other one if it is none. */
export function visibleColour(colour: string, other = colour): string {
  const dark = document.body.matches('.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)');
  const of = (text: string, fallback: string): Paint =>
    parseColour(text) ?? parseColour(fallback) ?? { rgb: [128, 128, 128], alpha: 1 };
  const ofTheme = (name: string, fallback: string): Rgb => of(themeColour(name, fallback), fallback).rgb;
  const background = ofTheme('editor-background', dark ? '#1e1e1e' : '#ffffff');
  return hexOf(readable(of(colour, other), background, ofTheme('foreground', dark ? '#cccccc' : '#333333')));
}
