/** Exports: the ridges as a picture, or their counts as a table. */
import { magnitudeEdge } from '#core/histogram';
import { inCsv } from '#core/messages/shown';
import type { NetRidges } from '#protocol/run';
import { themeColour } from '../page';
import type { Picture } from '../picture';
import { svg } from '../svg';

const margin = 12;
const head = 52;

/** The chart with a title above it. */
export function pictureOf(title: string, subtitle: string, chart: SVGSVGElement): Picture {
  const [width, height] = [chart.width.baseVal.value + 2 * margin, chart.height.baseVal.value + head + margin];
  const family = getComputedStyle(document.body).fontFamily;
  const text = (content: string, y: number, size: number, fill: string): SVGTextElement =>
    svg('text', { x: margin, y, fill, 'font-size': size, 'font-family': family }, content);
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(head));
  copy.removeAttribute('tabindex');
  // The cursor of this moment says nothing about the net.
  copy.querySelectorAll('[data-cursor]').forEach((mark) => mark.remove());
  const whole = svg(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}` },
    svg('rect', { width: '100%', height: '100%', fill: themeColour('editor-background', '#ffffff') }),
    text(title, 22, 15, themeColour('foreground', '#333333')),
    text(subtitle, 40, 12, themeColour('descriptionForeground', '#666666')),
    copy,
  );
  return { text: new XMLSerializer().serializeToString(whole), width, height };
}

/** One row per bin. Names are the same in every language, since programs read them. */
export function histogramsCsv(nets: readonly NetRidges[]): string {
  const rows: (readonly (string | number)[])[] = [['net', 'layer', 'type', 'top', 'of', 'from', 'to', 'count']];
  for (const { net, layers } of nets)
    for (const { name, type, tops } of layers)
      for (const top of tops) {
        if (!top) continue;
        const { linear, magnitudes } = top;
        const own = [net, name, type, top.name];
        const width = (linear.to - linear.from) / Math.max(1, linear.counts.length);
        rows.push([...own, 'zeros', 0, 0, top.zeros]);
        linear.counts.forEach((count, i) =>
          rows.push([...own, 'values', linear.from + i * width, linear.from + (i + 1) * width, count]),
        );
        magnitudes.counts.forEach((count, i) => {
          const bin = magnitudes.first + i;
          rows.push([...own, 'magnitudes', magnitudeEdge(bin), magnitudeEdge(bin + 1), count]);
        });
      }
  return rows.map((row) => `${row.map(inCsv).join(',')}\r\n`).join('');
}
