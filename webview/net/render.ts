/** Renders items to SVG text or to a canvas. */
import { inXml } from '#core/messages/shown';
import type { Item } from './scene';

export function svgOf(items: readonly Item[], font: string): string {
  return items.map((item) => elementOf(item, font)).join('');
}

/** A complete SVG file. */
export function svgFile(
  items: readonly Item[],
  width: number,
  height: number,
  background: string,
  font: string,
): string {
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${size}>` +
    `<rect ${size} fill="${background}"/>${svgOf(items, font)}</svg>\n`
  );
}

function elementOf(item: Item, font: string): string {
  switch (item.kind) {
    case 'rect':
      return `<rect x="${item.x}" y="${item.y}" width="${item.width}" height="${item.height}" rx="${item.radius}"${paint(item)}/>`;
    case 'path':
      return `<path d="${item.d}"${paint(item)}/>`;
    case 'text': {
      const halo =
        item.halo === undefined
          ? ''
          : ` stroke="${item.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
      const weight = item.weight === 'bold' ? ' font-weight="600"' : '';
      return `<text x="${item.x}" y="${item.y}" font-family="${inXml(font)}" font-size="${item.size}" fill="${item.colour}" text-anchor="${item.anchor}"${weight}${halo}>${inXml(item.text)}</text>`;
    }
  }
}

function paint({
  fill,
  stroke,
  line,
  dash,
}: {
  readonly fill: string;
  readonly stroke: string;
  readonly line: number;
  readonly dash?: string;
}): string {
  return ` fill="${fill}" stroke="${stroke}" stroke-width="${line}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`;
}

export function paintItems(context: CanvasRenderingContext2D, items: readonly Item[], font: string): void {
  for (const item of items) {
    switch (item.kind) {
      case 'rect':
      case 'path': {
        const path = new Path2D(item.kind === 'path' ? item.d : '');
        if (item.kind === 'rect') path.roundRect(item.x, item.y, item.width, item.height, item.radius);
        context.setLineDash(item.dash?.split(' ').map(Number) ?? []);
        if (item.fill !== 'none') {
          context.fillStyle = item.fill;
          context.fill(path);
        }
        if (item.stroke !== 'none') {
          context.strokeStyle = item.stroke;
          context.lineWidth = item.line;
          context.stroke(path);
        }
        break;
      }
      case 'text':
        context.font = `${item.weight === 'bold' ? '600 ' : ''}${item.size}px ${font}`;
        context.textAlign = item.anchor === 'middle' ? 'center' : item.anchor;
        if (item.halo !== undefined) {
          context.setLineDash([]);
          context.lineJoin = 'round';
          context.lineWidth = 3;
          context.strokeStyle = item.halo;
          context.strokeText(item.text, item.x, item.y);
        }
        context.fillStyle = item.colour;
        context.fillText(item.text, item.x, item.y);
        break;
    }
  }
}
