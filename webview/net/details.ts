/** The strip below the graph: details of the current node, with a link from each of its layers to the text. */
import { partOf } from '#core/cost/cost';
import { bytes, fieldSize, fieldStride, known, part, thousands } from '#core/cost/format';
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
      const lines = node.kind === 'group' ? [groupLine(net, node)] : node.layers.map((i) => layerLine(net, i, press));
      element.replaceChildren(...problems, ...lines);
    },
  };
}

function groupLine({ layers }: NetAnswer, { name, layers: members }: GraphNode): HTMLElement {
  const all = members.flatMap((i) => layers[i] ?? []);
  const fact = (what: string, value: string): HTMLElement =>
    make('span', { class: 'quiet' }, fillIn(words.fact, { name: what, value }));
  return make(
    'p',
    {},
    make('strong', {}, labelOf(name)),
    make('span', {}, fillIn(words.groupLayers, { count: all.length })),
    fact(words.params, part(partOf(all.map(({ ownParams }) => ownParams)), thousands)),
    fact(words.macs, part(partOf(all.map(({ macs = null }) => macs)), thousands)),
    fact(words.memory, part(partOf(all.map(({ memory }) => memory)), bytes)),
  );
}

function layerLine(net: NetAnswer, index: number, press: (layer: number) => void): HTMLElement {
  const layer = net.layers[index];
  if (!layer) return make('p');
  const { name, type, kernel, tops, params, macs, memory, field } = layer;
  const stride = fieldStride(field);
  const size = fieldSize(field);
  const facts: readonly (readonly [string, string])[] = [
    ...(params === 0 ? [] : [[words.params, known(params, thousands)] as const]),
    ...(macs === 0 ? [] : [[words.macs, known(macs, thousands)] as const]),
    memory === 0 && tops.some(({ inPlaceOf }) => inPlaceOf >= 0)
      ? ['', words.inPlace]
      : [words.memory, known(memory, bytes)],
    ...(size === '' ? [] : [[words.sees, stride === '' ? size : fillIn(words.seesStride, { size, stride })] as const]),
  ];
  return make(
    'p',
    {},
    button(name === '' ? type : name, { class: 'link', title: words.goToText }, () => press(index)),
    make('span', {}, kernel === undefined ? type : `${type} ${kernel}`),
    ...tops.map((top) => make('span', {}, fillIn(words.shapeOf, { blob: top.name, shape: formatShape(top.shape) }))),
    ...facts.map(([what, value]) => make('span', { class: 'quiet' }, fillIn(words.fact, { name: what, value }).trim())),
  );
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
