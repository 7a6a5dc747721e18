/** What the page shows as a file: both charts as one picture, or all numbers as a table. */
import type { SignalAnswer } from '#server/protocol';
import { themeColour } from '../page';
import type { Chart } from './chart';
import type { Line } from './lines';

const namespace = 'http://www.w3.org/2000/svg';
const titleHeight = 26;

export interface Picture {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Both charts, one below the other, with the lines' names. */
export function pictureOf(title: string, charts: readonly (readonly [heading: string, chart: Chart])[], lines: readonly Line[]): Picture {
  const drawn = charts.flatMap(([heading, chart]) => {
    const picture = chart.picture();
    return picture ? [{ heading, picture, width: picture.width.baseVal.value, height: picture.height.baseVal.value }] : [];
  });
  const width = Math.max(320, ...drawn.map((each) => each.width));
  const whole = document.createElementNS(namespace, 'svg');
  const foreground = themeColour('foreground', '#333333');
  const family = getComputedStyle(document.body).fontFamily;
  const text = (content: string, x: number, y: number, size: number, colour = foreground): SVGTextElement => {
    const made = document.createElementNS(namespace, 'text');
    for (const [name, value] of Object.entries({ x, y, fill: colour, 'font-size': size, 'font-family': family })) made.setAttribute(name, String(value));
    made.textContent = content;
    return made;
  };
  const background = document.createElementNS(namespace, 'rect');
  whole.append(background, text(title, 12, 20, 15));
  let x = 12;
  let y = 42;
  for (const { label, colour } of lines) {
    // A letter takes about 7 pixels.
    const length = 7 * label.length + 30;
    if (x > 12 && x + length > width) [x, y] = [12, y + 18];
    whole.append(text(`— ${label}`, x, y, 12, colour));
    x += length;
  }
  y += 10;
  for (const { heading, picture, height } of drawn) {
    whole.append(text(heading, 12, y + 16, 12));
    const copy = picture.cloneNode(true) as SVGSVGElement;
    copy.setAttribute('y', String(y + titleHeight));
    copy.removeAttribute('tabindex');
    whole.append(copy);
    y += height + titleHeight;
  }
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: themeColour('editor-background', '#ffffff') })) background.setAttribute(name, value);
  for (const [name, value] of Object.entries({ width, height: y, viewBox: `0 0 ${width} ${y}` })) whole.setAttribute(name, String(value));
  return { text: new XMLSerializer().serializeToString(whole), width, height: y };
}

/** Twice as many pixels as the page has. */
export async function pngOf({ text, width, height }: Picture): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
}

/** A row a layer and line; the columns' names are the same in every language, since programs read them. */
export function csvOf({ layers }: SignalAnswer, lines: readonly Line[]): string {
  const rows: (readonly (string | number | null | undefined)[])[] = [['line', 'layer', 'type', 'depth', 'mean', 'second_moment', 'gradient']];
  for (const { name: line, scenario } of lines) {
    layers.forEach(({ name, type, depth }, i) => rows.push([line, name, type, depth, scenario.mean[i], scenario.forward[i], scenario.back[i]]));
  }
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** RFC 4180. */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
