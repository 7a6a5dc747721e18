/** The theme's colours, for drawing. */
import { chartColour, hexOf, visibleColour, mixed as mix, parseColour } from '../colour';
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
      source: chartColour('charts-green', '#89d185'),
      learns: chartColour('charts-blue', '#3794ff'),
      loss: chartColour('charts-orange', '#d18616'),
      other: visibleColour(mixed(foreground, background, 0.35)),
    },
    error,
    errorFill: mixed(error, background, contrast ? 0 : 0.14),
    warning: themeColour('editorWarning-foreground', '#cca700'),
    unknown: chartColour('disabledForeground', mixed(foreground, background, 0.5)),
    font: themeColour('editor-font-family', 'monospace'),
  };
}

/** Opaque, since an exported picture has no theme behind it. */
function mixed(first: string, second: string, share: number): string {
  const [a, b] = [parseColour(first), parseColour(second)];
  return a && b ? hexOf(mix(a.rgb, b.rgb, share)) : first;
}
