/** The texts and sizes of nodes. The font is monospaced, so that sizes can be computed without rendering. */
import { shown } from '#core/messages/shown';
import { labelOf } from './blocks';
import type { GraphNode } from './graph';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const font = { name: 12, small: 10.5 } as const;
/** The width of a letter relative to the font size, sufficient for common monospaced fonts. */
const letter = 0.61;
const padding = 12;
const longest = 30;
/** Widths are rounded up to multiples of this, so that blocks whose names differ by a letter have the same layout. */
const step = 24;

export interface Face {
  readonly title: string;
  /** Below the title: the type with kernel and stride, and the types of in-place layers. */
  readonly lines: readonly string[];
}

/** `ofGroup`: the second line of a prefix's node. */
export function faceOf({ kind, name, type, kernel, folded }: GraphNode, ofGroup: string): Face {
  const title = shortened(kind === 'group' ? labelOf(name) : name === '' ? type : name);
  switch (kind) {
    case 'chip':
      return { title, lines: [] };
    case 'group':
      return { title, lines: [ofGroup] };
    case 'layer':
      return {
        title,
        lines: [
          shortened(kernel === '' ? type : `${type} ${kernel}`),
          ...(folded.length > 0 ? [shortened(`+ ${folded.join(' + ')}`)] : []),
        ],
      };
  }
}

/** As wide as `12 layers` in any language. */
const groupLine = '············';

export function sizeOf(node: GraphNode): Size {
  const { title, lines } = faceOf(node, groupLine);
  const text = Math.max(textWidth(title, font.name), ...lines.map((line) => textWidth(line, font.small)));
  const height = node.kind === 'chip' ? 22 : 14 + 16 + 14 * lines.length;
  return { width: Math.ceil((text + 2 * padding) / step) * step, height };
}

export function textWidth(text: string, size: number): number {
  return text.length * size * letter;
}

/** Shortens a name in the middle, since names mostly differ at their ends. */
export function shortened(text: string): string {
  const plain = shown(text);
  if (plain.length <= longest) return plain;
  return `${plain.slice(0, longest / 2 - 1)}…${plain.slice(-longest / 2)}`;
}
