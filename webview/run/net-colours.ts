/** The colours of the nets that are compared: as in the panel of the signal. */
import type { RunNet } from '#protocol/run';
import { chartColour, hexOf, mixed, parseColour, type Rgb } from '../colour';
import { themeColour } from '../page';

export interface NetColour {
  readonly line: string;
  /** Opaque: a ridge hides those above it. */
  readonly area: string;
}

const hues: Readonly<Record<RunNet, readonly [name: string, fallback: string]>> = {
  asIs: ['charts-blue', '#3794ff'],
  before: ['charts-purple', '#b180d7'],
  xavier: ['charts-orange', '#d18616'],
  average: ['charts-red', '#f14c4c'],
  msra: ['charts-green', '#89d185'],
  lsuv: ['charts-yellow', '#cca700'],
};

/** How much of the hue an area has. */
const share = 0.3;

export function netColours(net: RunNet): NetColour {
  const line = chartColour(...hues[net]);
  const rgb = (text: string): Rgb => parseColour(text)?.rgb ?? [128, 128, 128];
  return { line, area: hexOf(mixed(rgb(line), rgb(themeColour('editor-background', '#1e1e1e')), share)) };
}
