/** How large nodes are, and what is written in them. Letters of the font are all as wide, so nothing need be drawn to know. */
import type { GraphNode } from './graph';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const font = { name: 12, small: 10.5 } as const;
/** Of a letter, by the size of the font: enough for the fixed fonts that are about. */
const letter = 0.61;
const padding = 12;
const longest = 30;
/** Widths come in steps, so that blocks whose names differ by a letter are laid out alike. */
const step = 24;

export interface Face {
  readonly title: string;
  /** Below the title: the type, and what works in place. */
  readonly lines: readonly string[];
}

/** `ofGroup` says what stands below a prefix. */
export function faceOf({ kind, name, type, folded }: GraphNode, ofGroup: string): Face {
  const title = shortened(name === '' ? type : name);
  switch (kind) {
    case 'chip':
      return { title, lines: [] };
    case 'group':
      return { title, lines: [ofGroup] };
    case 'layer':
      return { title, lines: [type, ...(folded.length > 0 ? [shortened(`+ ${folded.join(' + ')}`)] : [])] };
  }
}

/** Room for `12 layers` in any language. */
const groupLine = '············';

export function sizeOf(node: GraphNode): Size {
  const { title, lines } = faceOf(node, groupLine);
  const text = Math.max(title.length * font.name, ...lines.map((line) => line.length * font.small)) * letter;
  const height = node.kind === 'chip' ? 22 : 14 + 16 + 14 * lines.length;
  return { width: Math.ceil((text + 2 * padding) / step) * step, height };
}

/** In the middle, since names differ at their ends. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest / 2 - 1)}…${text.slice(-longest / 2)}`;
}
