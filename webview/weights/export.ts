/** Exports the page: a picture of both sides, or the histogram and the statistics as a table. */
import { statisticNames } from '#core/weights/statistics';
import { inCsv } from '#core/messages/shown';
import { pngOf } from '../files';
import { themeColour } from '../page';
import { imageOf } from '../svg-picture';
import type { Shown } from './side';

/** A PNG in the theme's colours and at the size on the screen; empty if the browser runs out of memory. */
export async function pictureOf(title: string, sides: readonly Shown[]): Promise<Uint8Array> {
  const columns = await Promise.all(
    sides.map(async ({ kernels, chart, heading, formula }) => ({
      heading,
      formula,
      images: [sized(kernels, kernels), ...(chart ? [sized(chart, await imageOf(textOf(chart)))] : [])],
    })),
  );
  const widthOf = (images: readonly Sized[]): number => Math.max(320, ...images.map(({ width }) => width));
  const width = margin + columns.reduce((sum, { images }) => sum + widthOf(images) + margin, 0);
  const height =
    top + Math.max(...columns.map(({ images }) => images.reduce((sum, image) => sum + image.height + margin, 0)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * devicePixelRatio);
  canvas.height = Math.ceil(height * devicePixelRatio);
  const context = canvas.getContext('2d');
  if (!context) return new Uint8Array();
  context.scale(devicePixelRatio, devicePixelRatio);
  context.imageSmoothingEnabled = false;
  const family = getComputedStyle(document.body).fontFamily;
  context.fillStyle = themeColour('editor-background', '#ffffff');
  context.fillRect(0, 0, width, height);
  context.fillStyle = themeColour('foreground', '#333333');
  context.font = `600 15px ${family}`;
  context.fillText(title, margin, 26);
  let x = margin;
  for (const { heading, formula, images } of columns) {
    context.font = `600 13px ${family}`;
    context.fillText(heading, x, 52, widthOf(images));
    context.font = `12px ${family}`;
    context.fillText(formula, x, 70, widthOf(images));
    let y = top;
    for (const { image, ...size } of images) {
      context.drawImage(image, x, y, size.width, size.height);
      y += size.height + margin;
    }
    x += widthOf(images) + margin;
  }
  return (await pngOf(canvas)) ?? new Uint8Array();
}

/** An image with its size on the screen, which may differ from its resolution. */
interface Sized {
  readonly image: HTMLCanvasElement | HTMLImageElement;
  readonly width: number;
  readonly height: number;
}

function sized(element: Element, image: Sized['image']): Sized {
  const { width, height } = element.getBoundingClientRect();
  return { image, width, height };
}

function textOf(picture: SVGSVGElement): string {
  return new XMLSerializer().serializeToString(picture);
}

const margin = 16;
const top = 84;

/** One row per statistic and per bin. Names are the same in every language, since programs read them. */
export function tableOf(sides: readonly Shown[]): string {
  const rows: (readonly (string | number)[])[] = [
    ['filler', 'row', 'from', 'to', 'drawn', 'expected', 'standard_error'],
  ];
  for (const {
    heading,
    statistics,
    theory,
    histogram: { range, counts, expected },
  } of sides) {
    for (const name of statisticNames)
      rows.push([heading, name, '', '', statistics[name], theory?.[name]?.value ?? '', theory?.[name]?.error ?? '']);
    const width = (range.to - range.from) / counts.length;
    counts.forEach((count, i) =>
      rows.push([heading, 'bin', range.from + i * width, range.from + (i + 1) * width, count, expected?.[i] ?? '', '']),
    );
  }
  return rows.map((row) => `${row.map(inCsv).join(',')}\r\n`).join('');
}
