/** Names defined by the net itself: blobs, layers, shared params, stages. */
import { formatShape } from '#core/net/shape';
import type { Occurrence } from '#core/net/model';
import { entriesOf, str, strs, type Message } from '#core/schema/message';
import { stagesOf } from './stages';
import type { Completion, CompletionContext } from './item';
import { labelled, quotedAt } from './item';
import { fresh } from './skeletons';
import type { ValuePlace } from './place';
import { vectorsBefore } from './vectors';

interface Name {
  readonly name: string;
  readonly detail?: string;
}

export function nameCompletions(place: ValuePlace, context: CompletionContext): readonly Completion[] {
  const { span } = place;
  const names = namesFor(place, context);
  return names.map(({ name, detail }) => ({
    ...labelled(name),
    kind: 'name',
    span,
    snippet: quotedAt(place, name),
    ...(detail === undefined ? {} : { detail }),
  }));
}

function namesFor(place: ValuePlace, context: CompletionContext): readonly Name[] {
  const {
    field: { owner, name },
    messages,
  } = place;
  const layer = messages.find(({ type }) => layerMessages.has(type.name));
  if (layer && layerMessages.has(owner)) {
    if (name === 'bottom') return bottoms(layer, context);
    if (name === 'top') return tops(layer, place, context);
    if (name === 'name') return layerName(layer, context);
    if (name === 'param') return params(layer, context);
  }
  if (owner === 'ParamSpec' && name === 'name' && layer) return params(layer, context);
  if (name === 'stage' || name === 'not_stage') return stagesOf(context).map((stage) => ({ name: stage }));
  return [];
}

const layerMessages: ReadonlySet<string> = new Set(['LayerParameter', 'V1LayerParameter', 'V0LayerParameter']);

/** Blobs produced before the layer, the nearest first, with their shapes in the shown state. */
function bottoms(layer: Message, context: CompletionContext): readonly Name[] {
  const {
    analysis: { names },
  } = context;
  const used = new Set(strs(layer, 'bottom').filter((name) => name !== ''));
  const made: { readonly name: string; readonly at: number }[] = [];
  for (const [name, occurrences] of names.blobs) {
    const maker = lastBefore(occurrences, layer.span.start);
    if (maker) made.push({ name, at: maker.span.start });
  }
  made.sort((a, b) => b.at - a.at);
  const shapes = shapesBefore(layer, context);
  const vectors = vectorsBefore(context.analysis, context.state, layer.span.start);
  const { skeleton } = context.analysis.dialect.layers.get(str(layer, 'type')) ?? {};
  const wanted = used.size === 0 ? undefined : skeleton?.bottoms?.[used.size - 1];
  // A blob that is already a bottom comes last: few layers read one twice.
  const rank = ({ name }: Name): number => {
    if (name === wanted) return -1;
    return used.has(name) ? 2 : vectors.has(name) ? 1 : 0;
  };
  return made
    .map(({ name }): Name => ({ name, ...(shapes.has(name) ? { detail: shapes.get(name) ?? '' } : {}) }))
    .sort((a, b) => rank(a) - rank(b));
}

function lastBefore(occurrences: readonly Occurrence[], start: number): Occurrence | undefined {
  return occurrences.findLast(({ role, layerSpan }) => role !== 'bottom' && layerSpan.start < start);
}

function shapesBefore(layer: Message, { analysis, state }: CompletionContext): ReadonlyMap<string, string> {
  const shapes = new Map<string, string>();
  if (!state) return shapes;
  for (const inferred of analysis.state(state).layers) {
    if (inferred.layer.span.start >= layer.span.start) break;
    inferred.layer.tops.forEach(({ name }, i) => shapes.set(name, formatShape(inferred.tops[i] ?? null)));
  }
  return shapes;
}

/** The layer's own name, then its bottoms, for in-place layers. */
function tops(layer: Message, { field }: ValuePlace, { analysis: { names } }: CompletionContext): readonly Name[] {
  const written = new Set(strs(layer, 'top'));
  const own = field.owner === 'LayerParameter' || field.owner === 'V1LayerParameter' ? str(layer, 'name') : '';
  const fromName = own !== '' && !names.blobs.has(own) ? [own] : [];
  return [...new Set([...fromName, ...strs(layer, 'bottom')])]
    .filter((name) => !written.has(name))
    .map((name) => ({ name }));
}

function layerName(layer: Message, { analysis: { names, dialect, message } }: CompletionContext): readonly Name[] {
  const type = str(layer, 'type');
  const taken = new Set([...names.layers.keys(), ...names.blobs.keys()]);
  const field = layer.type.name === 'LayerParameter' ? 'layer' : 'layers';
  const before = message
    ? entriesOf(message, field).flatMap(({ value, node }) =>
        typeof value === 'object' && node.start < layer.span.start && str(value, 'type') === type
          ? [str(value, 'name')]
          : [],
      )
    : [];
  const name = before.at(-1) ?? dialect.layers.get(type)?.skeleton?.name ?? type.toLowerCase();
  return name === '' ? [] : [{ name: fresh(name, taken) }];
}

/** The names that other layers share, then new ones derived from the layer's name, as in Caffe's own nets. */
function params(layer: Message, { analysis: { names } }: CompletionContext): readonly Name[] {
  const known = [...names.params]
    .filter(([name]) => name !== '')
    .map(([name, occurrences]): Name => ({ name, detail: `× ${occurrences.length}` }));
  const own = str(layer, 'name');
  const suggested = own === '' ? [] : [`${own}_w`, `${own}_b`].filter((name) => !names.params.has(name));
  return [...known, ...suggested.map((name) => ({ name }))];
}
