/** The outline of a net: layers with type and shape in text order, grouped by `prefix/`; of a solver: its fields. */
import type { Analysis } from '#core/analysis/analysis';
import type { Language } from '#core/messages/language';
import { say } from '#core/messages/language';
import { shown, visible } from '#core/messages/shown';
import type { NetState } from '#core/net/model';
import { formatShape } from '#core/net/shape';
import { writtenLayers, type WrittenLayer } from '#core/net/written-layers';
import type { Span } from '#core/problems/index';
import { entryOf, nameSpan, str, type Entry } from '#core/schema/message';
import { placeOfName } from '#core/net/heads';
import { runsOf, type Run } from './prefix-runs';

export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'group' | 'layer' | 'field';
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** Of a solver. Only repeated fields, such as `stepvalue`, can be more. */
export const mostFields = 10_000;

export function documentSymbols(
  analysis: Analysis,
  state: NetState | undefined,
  language: Language,
): readonly OutlineSymbol[] {
  const { message, kind } = analysis;
  if (!message) return [];
  if (kind === 'solver') return message.entries.slice(0, mostFields).map((entry) => fieldSymbol(entry, analysis));
  const shapes = state ? shapesIn(analysis, state) : new Map<number, string>();
  const layers = writtenLayers(message).map((layer) => layerSymbol(layer, shapes));
  return grouped(layers, runsOf(layers.map(({ name }) => name)), language);
}

/** A group for each run, with the shape of its last layer. */
function grouped(layers: readonly Layer[], runs: readonly Run[], language: Language): readonly OutlineSymbol[] {
  const symbols: OutlineSymbol[] = [];
  let next = 0;
  for (const { prefix, first, last, runs: inner } of runs) {
    symbols.push(...layers.slice(next, first));
    next = last + 1;
    const own = layers.slice(first, next);
    const [head, tail] = [own[0], own.at(-1)];
    if (!head || !tail) continue;
    const shape = own.findLast((layer) => layer.shape !== '')?.shape ?? '';
    symbols.push({
      name: nameShown(prefix, '/'),
      detail: say(language.outline, shape === '' ? 'group' : 'group-shape', { count: own.length, shape }),
      kind: 'group',
      span: { start: head.span.start, end: tail.span.end },
      nameSpan: head.nameSpan,
      children: grouped(
        own,
        inner.map((run) => moved(run, -first)),
        language,
      ),
    });
  }
  return [...symbols, ...layers.slice(next)];
}

function moved(run: Run, by: number): Run {
  return { ...run, first: run.first + by, last: run.last + by, runs: run.runs.map((inner) => moved(inner, by)) };
}

/** An editor takes no symbol whose name can't be seen. */
function nameShown(name: string, otherwise: string): string {
  return name.trim() === '' ? otherwise : shown(name);
}

/** By the offset of the layer. */
function shapesIn(analysis: Analysis, state: NetState): ReadonlyMap<number, string> {
  const { layers } = analysis.state(state);
  return new Map(layers.map(({ layer, tops }) => [layer.span.start, tops[0] ? formatShape(tops[0]) : '']));
}

interface Layer extends OutlineSymbol {
  readonly shape: string;
}

function layerSymbol({ entry: { node }, named }: WrittenLayer, shapes: ReadonlyMap<number, string>): Layer {
  const name = entryOf(named, 'name');
  const type = str(named, 'type');
  const shape = shapes.get(node.start) ?? '';
  return {
    name: nameShown(str(named, 'name'), nameShown(type, 'layer')),
    detail: [shown(type), shape].filter((part) => part !== '').join('  '),
    kind: 'layer',
    span: { start: node.start, end: node.end },
    nameSpan: name ? placeOfName(name).span : nameSpan(node),
    children: [],
    shape,
  };
}

function fieldSymbol({ field, node, valueNode }: Entry, { text }: Analysis): OutlineSymbol {
  const detail =
    valueNode.kind === 'scalar'
      ? visible(text.slice(valueNode.start, Math.min(valueNode.end, valueNode.start + 60)))
      : '';
  const span = { start: node.start, end: node.end };
  return { name: shown(field.name), detail, kind: 'field', span, nameSpan: nameSpan(node), children: [] };
}
