/** Exports the page: both charts as one picture, or all numbers as a table. */
import type { SignalAnswer } from '#protocol/signal';
import { inCsv } from '#core/messages/shown';
import { themeColour } from '../page';
import type { Picture } from '../picture';
import { svg } from '../svg';
import type { Chart } from './chart';
import type { Line } from './lines';

const titleHeight = 26;

/** Both charts, one below the other, with a legend. */
export function pictureOf(
  title: string,
  charts: readonly (readonly [heading: string, chart: Chart])[],
  lines: readonly Line[],
): Picture {
  const drawn = charts.flatMap(([heading, chart]) => {
    const picture = chart.picture();
    return picture
      ? [{ heading, picture, width: picture.width.baseVal.value, height: picture.height.baseVal.value }]
      : [];
  });
  const width = Math.max(320, ...drawn.map((each) => each.width));
  const foreground = themeColour('foreground', '#333333');
  const family = getComputedStyle(document.body).fontFamily;
  const text = (content: string, x: number, y: number, size: number, colour = foreground): SVGTextElement =>
    svg('text', { x, y, fill: colour, 'font-size': size, 'font-family': family }, content);
  const background = svg('rect', { width: '100%', height: '100%', fill: themeColour('editor-background', '#ffffff') });
  const parts: SVGElement[] = [background, text(title, 12, 20, 15)];
  let x = 12;
  let y = 42;
  for (const { label, colour } of lines) {
    // A letter is about 7 pixels wide.
    const length = 7 * label.length + 30;
    if (x > 12 && x + length > width) [x, y] = [12, y + 18];
    parts.push(text(`— ${label}`, x, y, 12, colour));
    x += length;
  }
  y += 10;
  for (const { heading, picture, height } of drawn) {
    parts.push(text(heading, 12, y + 16, 12));
    const copy = picture.cloneNode(true) as SVGSVGElement;
    copy.setAttribute('y', String(y + titleHeight));
    copy.removeAttribute('tabindex');
    parts.push(copy);
    y += height + titleHeight;
  }
  const whole = svg('svg', { width, height: y, viewBox: `0 0 ${width} ${y}` }, ...parts);
  return { text: new XMLSerializer().serializeToString(whole), width, height: y };
}

/** One row per layer and line. Column names are the same in every language, since programs read them. */
export function csvOf({ layers }: SignalAnswer, lines: readonly Line[]): string {
  const rows: (readonly (string | number | null | undefined)[])[] = [
    ['line', 'layer', 'type', 'depth', 'mean', 'second_moment', 'gradient'],
  ];
  for (const { name: line, scenario } of lines) {
    layers.forEach(({ name, type, depth }, i) =>
      rows.push([line, name, type, depth, scenario.mean[i], scenario.forward[i], scenario.back[i]]),
    );
  }
  return rows.map((row) => `${row.map(inCsv).join(',')}\r\n`).join('');
}
