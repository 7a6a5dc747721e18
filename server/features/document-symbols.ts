/** The outline: layers with their type and shape, in the order of the text; for a solver, its fields. */
import type { Analysis } from '#core/analysis';
import type { NetState } from '#core/net/model';
import { formatShape } from '#core/net/shape';
import type { Span } from '#core/problems';
import { entryOf, str, type Entry } from '#core/schema/message';
import { placeOfName } from '#core/net/heads';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'layer' | 'field';
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

export function documentSymbols(analysis: Analysis, state: NetState | undefined): readonly OutlineSymbol[] {
  const { message } = analysis;
  if (!message) return [];
  const shapes = state ? shapesIn(analysis, state) : new Map<number, string>();
  return message.entries.flatMap((entry) => (isLayer(entry) ? [layerSymbol(entry, shapes)] : analysis.kind === 'solver' ? [fieldSymbol(entry, analysis)] : []));
}

/** By where a layer begins. */
function shapesIn(analysis: Analysis, state: NetState): ReadonlyMap<number, string> {
  const { layers } = analysis.state(state);
  return new Map(layers.map(({ layer, tops }) => [layer.span.start, tops[0] ? formatShape(tops[0]) : '']));
}

function isLayer({ field, value }: Entry): boolean {
  return (field.name === 'layer' || field.name === 'layers') && typeof value === 'object';
}

function layerSymbol(entry: Entry, shapes: ReadonlyMap<number, string>): OutlineSymbol {
  const { node, value } = entry;
  const outer = typeof value === 'object' ? value : undefined;
  const inner = outer && entryOf(outer, 'layer')?.value;
  const layer = typeof inner === 'object' ? inner : outer;
  const name = layer && entryOf(layer, 'name');
  const type = layer ? str(layer, 'type') : '';
  const shape = shapes.get(node.start) ?? '';
  return {
    name: (layer ? str(layer, 'name') : '') || type || 'layer',
    detail: [type, shape].filter((part) => part !== '').join('  '),
    kind: 'layer',
    span: { start: node.start, end: node.end },
    nameSpan: name ? placeOfName(name).span : { start: node.start, end: node.nameEnd },
    children: [],
  };
}

function fieldSymbol({ field, node, valueNode }: Entry, { text }: Analysis): OutlineSymbol {
  const detail = valueNode.kind === 'scalar' ? text.slice(valueNode.start, Math.min(valueNode.end, valueNode.start + 60)) : '';
  const span = { start: node.start, end: node.end };
  return { name: field.name, detail, kind: 'field', span, nameSpan: { start: node.start, end: node.nameEnd }, children: [] };
}
