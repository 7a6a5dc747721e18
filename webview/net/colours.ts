/** The theme's colours, for drawing. */
import { themeColour } from '../page';
import type { Colours } from './scene';

export function coloursOfTheme(): Colours {
  const contrast = document.body.matches('.vscode-high-contrast, .vscode-high-contrast-light');
  const dark = document.body.matches('.vscode-dark, .vscode-high-contrast:not(.vscode-high-contrast-light)');
  const background = themeColour('editor-background', dark ? '#1e1e1e' : '#ffffff');
  const foreground = themeColour('foreground', dark ? '#cccccc' : '#333333');
  const error = themeColour('editorError-foreground', '#f14c4c');
  const edge = contrast ? themeColour('contrastBorder', foreground) : mixed(foreground, background, 0.42);
  return {
    background,
    foreground,
    quiet: themeColour('descriptionForeground', foreground),
    line: edge,
    node: contrast ? background : mixed(foreground, background, dark ? 0.09 : 0.035),
    box: contrast ? 'none' : mixed(foreground, background, dark ? 0.035 : 0.02),
    roles: {
      source: themeColour('charts-green', '#89d185'),
      learns: themeColour('charts-blue', '#3794ff'),
      loss: themeColour('charts-orange', '#d18616'),
      other: mixed(foreground, background, 0.35),
    },
    error,
    errorFill: mixed(error, background, contrast ? 0 : 0.14),
    warning: themeColour('editorWarning-foreground', '#cca700'),
    unknown: themeColour('disabledForeground', mixed(foreground, background, 0.5)),
    font: themeColour('editor-font-family', 'monospace'),
  };
}

/** Mixes two colours to an opaque `#rrggbb`, with `share` of the first, since an exported picture has no theme behind it. */
function mixed(first: string, second: string, share: number): string {
  const [a, b] = [channels(first), channels(second)];
  return `#${a
    .map((value, i) =>
      Math.round(share * value + (1 - share) * (b[i] ?? 0))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Parses a CSS colour in any notation, by drawing it on a canvas. */
function channels(colour: string): readonly number[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}
