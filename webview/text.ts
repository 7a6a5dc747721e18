/** Widths of texts in drawings, which have no layout of their own. */
import { prose } from '#core/messages/shown';

let context: CanvasRenderingContext2D | null | undefined;

/** Of a text as `svg` writes it, in the page's font, in pixels. */
export function widthOf(text: string, size: number, weight = 400): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return 0.6 * size * text.length;
  context.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return context.measureText(prose(text)).width;
}

/** Which end of a text is left out: names of layers often share a prefix. */
export type Cut = 'start' | 'end';

/** As much of a text as fits, with … for the rest. */
export function fitted(text: string, width: number, cut: Cut, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  const shortened = (kept: number): string =>
    cut === 'end'
      ? `${letters.slice(0, kept).join('').trimEnd()}…`
      : `…${letters.slice(letters.length - kept).join('')}`;
  let [few, many] = [1, letters.length - 1];
  while (few < many) {
    const middle = Math.ceil((few + many) / 2);
    if (measure(shortened(middle)) <= width) few = middle;
    else many = middle - 1;
  }
  return shortened(few);
}

/** Words in lines of at most this width; a longer word has a line of its own. */
export function inLines(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  // Chinese has no spaces: a line may end after any of its signs.
  for (const word of text.split(/(?<=\s)|(?<=[\u3000-\u9fff\uff00-\uffef])/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure((last + word).trimEnd()) <= width) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}
