/** The strip below the graph: details of the current node, with a link from each of its layers to the text. */
import { partOf } from '#core/cost/cost';
import { bytes, fieldSize, fieldStride, known, large, part, thousands } from '#core/cost/format';
import type { NetLayer, NetTop } from '#core/cost/view';
import { fillIn } from '#core/messages/fill-in';
import { formatShape } from '#core/net/shape';
import type { NetAnswer } from '#protocol/net';
import { button, make } from '../page';
import { labelOf } from './blocks';
import type { Graph, GraphNode } from './graph';
import { words } from './words';

export interface Details {
  readonly element: HTMLElement;
  readonly show: (net: NetAnswer, node: GraphNode | undefined) => void;
}

export function detailsView(press: (layer: number) => void): Details {
  const element = make('footer', { class: 'details' });
  return {
    element,
    show: (net, node) => {
      if (!node) return element.replaceChildren();
      const problems = node.layers
        .flatMap((i) => net.problems[i] ?? [])
        .map(({ severity, message }) => make('p', { class: severity }, message));
      const lines = node.kind === 'group' ? [groupLine(net, node)] : layerLines(net, node, press);
      element.replaceChildren(...problems, ...lines);
    },
  };
}

function fact(name: string, value: string): HTMLElement {
  return make('span', { class: 'quiet' }, fillIn(words.fact, { name, value }));
}

function groupLine({ layers }: NetAnswer, { name, layers: members }: GraphNode): HTMLElement {
  const all = members.flatMap((i) => layers[i] ?? []);
  return make(
    'p',
    {},
    make('strong', {}, labelOf(name)),
    make('span', {}, fillIn(words.groupLayers, { count: all.length })),
    fact(words.params, part(partOf(all.map(({ ownParams }) => ownParams)), thousands)),
    fact(words.macs, part(partOf(all.map(({ macs = null }) => macs)), large)),
    fact(words.memory, part(partOf(all.map(({ memory }) => memory)), bytes)),
  );
}

/** One line for the layer, and one for all that work in place on its top: shape and receptive field are the same. */
function layerLines(
  { layers, fields }: NetAnswer,
  node: GraphNode,
  press: (layer: number) => void,
): readonly HTMLElement[] {
  const [first, ...inPlace] = node.layers.flatMap((i) => {
    const layer = layers[i];
    return layer ? [{ layer, link: linkTo(layer, () => press(i)), written: fields[i] ?? '' }] : [];
  });
  if (!first) return [];
  const { layer, link, written } = first;
  const others = inPlace.map(({ layer: each, link: name }) =>
    make('span', { class: 'in-place' }, name, make('span', {}, each.type), ...costs(each)),
  );
  return [
    make(
      'p',
      {},
      link,
      make('span', {}, layer.kernel === undefined ? layer.type : `${layer.type} ${layer.kernel}`),
      ...layer.tops.map((top) => make('span', {}, shapeText(layer, top))),
      ...costs(layer),
      ...(layer.memory === 0 && layer.tops.some(({ inPlaceOf }) => inPlaceOf >= 0)
        ? [make('span', { class: 'quiet' }, words.inPlace)]
        : [fact(words.memory, known(layer.memory, bytes))]),
      ...receptiveField(layer),
    ),
    ...(others.length === 0 ? [] : [make('p', {}, make('span', { class: 'quiet' }, words.inPlaceLayers), ...others)]),
    ...(written === '' ? [] : [make('p', {}, make('code', {}, written))]),
  ];
}

function linkTo({ name, type }: NetLayer, press: () => void): HTMLElement {
  return button(name === '' ? type : name, { class: 'link', title: words.goToText }, press);
}

function costs({ params, macs }: NetLayer): readonly HTMLElement[] {
  return [
    ...(params === 0 ? [] : [fact(words.params, known(params, thousands))]),
    ...(macs === 0 ? [] : [fact(words.macs, known(macs, large))]),
  ];
}

/** The name of the blob only where it is not that of the layer. */
function shapeText({ name, tops }: NetLayer, top: NetTop): string {
  const shape = formatShape(top.shape);
  return tops.length === 1 && top.name === name ? shape : fillIn(words.shapeOf, { blob: top.name, shape });
}

function receptiveField({ field }: NetLayer): readonly HTMLElement[] {
  const [size, stride] = [fieldSize(field), fieldStride(field)];
  if (size === '') return [];
  if (field === null) return [fact(words.sees, size)];
  return [fact(words.sees, fillIn(stride === '' ? words.pixels : words.pixelsStride, { size, stride }))];
}

/** A description of a node for screen readers. */
export function spoken(net: NetAnswer, graph: Graph, node: GraphNode): string {
  const nameOf = (id: string): string => graph.nodes.find((each) => each.id === id)?.name ?? '';
  const list = (names: readonly string[]): string => (names.length === 0 ? words.nobody : names.join(', '));
  const tops = node.kind === 'chip' ? [] : node.layers.slice(0, 1).flatMap((i) => net.layers[i]?.tops ?? []);
  return fillIn(words.spoken, {
    name: node.kind === 'group' ? labelOf(node.name) : node.name,
    type:
      node.kind === 'group'
        ? fillIn(words.groupLayers, { count: node.layers.length })
        : [node.type, ...node.folded].join(' + '),
    tops: list(tops.map(({ name, shape }) => fillIn(words.shapeOf, { blob: name, shape: formatShape(shape) }))),
    bottoms: list(graph.edges.filter(({ to }) => to === node.id).map(({ from }) => nameOf(from))),
    readers: list(graph.edges.filter(({ from }) => from === node.id).map(({ to }) => nameOf(to))),
  });
}
