/**
 * Converts the layers of a net to the graph that is drawn. In-place layers are folded into the layer whose blob they change,
 * layers with a collapsed prefix or block into one node. Blobs of a data layer with distant readers (labels, the image for its size)
 * get a small node at each reader instead of long edges.
 */
import { parentOf } from '#core/cost/prefixes';
import { appended } from '#core/lists';
import type { Shape } from '#core/net/shape';
import type { NetAnswer } from '#protocol/net';
import { foldsOf } from './blocks';

export interface Graph {
  /** In topological order, as in the text. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  readonly id: string;
  readonly kind: 'layer' | 'group' | 'chip';
  /** The layer's name, the prefix, or the blob's name. */
  readonly name: string;
  readonly type: string;
  /** Kernel and stride; empty without. */
  readonly kernel: string;
  readonly role: 'source' | 'learns' | 'loss' | 'other';
  /** Indices of its layers; the first is the one that it is named after. */
  readonly layers: readonly number[];
  /** Types of the layers that work in place on its top, in order. */
  readonly folded: readonly string[];
  /** `unknown`: the shape of a top is not known. */
  readonly status: 'fine' | 'unknown' | 'warning' | 'error';
  /** The innermost prefix that contains it; empty if there is none. */
  readonly prefix: string;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly blob: string;
  readonly shape: Shape;
}

type Drawn = Pick<NetAnswer, 'layers' | 'problems'>;

/** For each layer, the blocks that contain it, outermost first: an in-place layer is where the layer is that it is drawn in. */
export function foldsInGraph(net: Drawn): readonly (readonly string[])[] {
  const folds = foldsOf(net.layers);
  return makersOf(net).host.map((host) => folds[host] ?? []);
}

export function graphOf(net: Drawn, collapsed: ReadonlySet<string>): Graph {
  const { layers } = net;
  const makers = makersOf(net);
  const folds = foldsOf(layers);
  const home = layers.map((_, i) => {
    const host = makers.host[i] ?? i;
    return folds[host]?.find((fold) => collapsed.has(fold)) ?? `layer ${host}`;
  });
  const members = new Map<string, number[]>();
  home.forEach((id, i) => members.set(id, appended(members.get(id), i)));
  const nodes = new Map<string, Placed>();
  for (const [id, all] of members)
    nodes.set(id, { node: nodeOf(net, id, all, makers.host, folds), order: all[0] ?? 0 });
  const edges = edgesOf(net, makers, home, nodes);
  return { nodes: inOrder(nodes, edges), edges };
}

interface Placed {
  readonly node: GraphNode;
  readonly order: number;
}

interface Makers {
  /** By blob: the layer that produces it, and the index of the top. */
  readonly made: ReadonlyMap<number, { readonly layer: number; readonly top: number }>;
  /** By layer: the layer in whose node it is drawn. */
  readonly host: readonly number[];
}

function makersOf({ layers }: Drawn): Makers {
  const made = new Map<number, { layer: number; top: number }>();
  const host: number[] = [];
  layers.forEach(({ bottoms: [bottom, ...more], tops }, i) => {
    const maker = bottom?.blob === null || bottom === undefined ? undefined : made.get(bottom.blob);
    const inPlace = maker && more.length === 0 && tops.length > 0 && tops.every(({ inPlaceOf }) => inPlaceOf >= 0);
    host.push(inPlace ? (host[maker.layer] ?? maker.layer) : i);
    tops.forEach(({ blob }, top) => made.set(blob, { layer: i, top: inPlace ? maker.top : top }));
  });
  return { made, host };
}

/** The outermost prefixes that several layers share. */
export function outerPrefixes(layers: NetAnswer['layers']): readonly string[] {
  const counts = new Map<string, number>();
  for (const folds of foldsOf(layers))
    for (const prefix of folds.slice(0, 1)) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  return [...counts].flatMap(([prefix, count]) => (count > 1 ? [prefix] : []));
}

const worst = ['fine', 'unknown', 'warning', 'error'] as const;

function nodeOf(
  { layers, problems }: Drawn,
  id: string,
  all: readonly number[],
  host: readonly number[],
  folds: readonly (readonly string[])[],
): GraphNode {
  const first = layers[all[0] ?? 0];
  const isGroup = !id.startsWith('layer ');
  const statuses = all.map((i) => {
    const found = problems[i] ?? [];
    if (found.length > 0) return found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
    return layers[i]?.tops.some(({ shape }) => shape === null || shape.includes(null)) ? 'unknown' : 'fine';
  });
  const own = all.filter((i) => host[i] === i);
  return {
    id,
    kind: isGroup ? 'group' : 'layer',
    name: isGroup ? id : (first?.name ?? ''),
    type: isGroup ? '' : (first?.type ?? ''),
    kernel: isGroup ? '' : (first?.kernel ?? ''),
    role: isGroup ? roleOfGroup(own.map((i) => layers[i]?.role ?? 'other')) : (first?.role ?? 'other'),
    layers: all,
    folded: isGroup ? [] : all.slice(1).map((i) => layers[i]?.type ?? ''),
    status: worst[Math.max(...statuses.map((status) => worst.indexOf(status)))] ?? 'fine',
    prefix: isGroup ? parentOf(id) : (folds[all[0] ?? 0]?.at(-1) ?? ''),
  };
}

function roleOfGroup(roles: readonly GraphNode['role'][]): GraphNode['role'] {
  return roles.includes('loss') ? 'loss' : roles.includes('learns') ? 'learns' : 'other';
}

/**
 * Readers at least this many layers after a blob's first reader get their own node for it, since an edge past all of these
 * layers would be hard to follow.
 */
const far = 8;

function edgesOf(
  net: Drawn,
  { made }: Makers,
  home: readonly string[],
  nodes: Map<string, Placed>,
): readonly GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  const firstReaders = new Map<number, number>();
  const add = (edge: GraphEdge): void => void edges.set(JSON.stringify([edge.from, edge.to, edge.blob]), edge);
  net.layers.forEach((layer, reader) =>
    layer.bottoms.forEach(({ name, blob }) => {
      const maker = blob === null ? undefined : made.get(blob);
      const to = home[reader] ?? '';
      if (!maker || blob === null) return missing(name, to, reader, nodes, add);
      const from = home[maker.layer] ?? '';
      const source = net.layers[maker.layer];
      const shape = source?.tops.find((top) => top.blob === blob)?.shape ?? null;
      if (from === to) return;
      const near = reader - (firstReaders.get(blob) ?? reader) < far;
      firstReaders.set(blob, firstReaders.get(blob) ?? reader);
      if (source?.role !== 'source' || (maker.top === 0 && near) || nodes.get(from)?.node.kind === 'group')
        return add({ from, to, blob: name, shape });
      const id = `blob ${name} for ${to}`;
      const node: GraphNode = {
        id,
        kind: 'chip',
        name,
        type: '',
        kernel: '',
        role: 'source',
        layers: [maker.layer],
        folded: [],
        status: 'fine',
        prefix: '',
      };
      nodes.set(id, { node, order: reader - 0.5 });
      add({ from: id, to, blob: name, shape });
    }),
  );
  return [...edges.values()];
}

/** Adds a node for a bottom that no layer produces. */
function missing(
  name: string,
  to: string,
  reader: number,
  nodes: Map<string, Placed>,
  add: (edge: GraphEdge) => void,
): void {
  const id = `blob ${name} for ${to}`;
  nodes.set(id, {
    node: {
      id,
      kind: 'chip',
      name,
      type: '',
      kernel: '',
      role: 'other',
      layers: [reader],
      folded: [],
      status: 'error',
      prefix: '',
    },
    order: reader - 0.5,
  });
  add({ from: id, to, blob: name, shape: null });
}

/** In text order, but nodes without inputs come right before their first reader. */
function inOrder(nodes: ReadonlyMap<string, Placed>, edges: readonly GraphEdge[]): readonly GraphNode[] {
  const fed = new Set(edges.map(({ to }) => to));
  const first = new Map<string, number>();
  for (const { from, to } of edges)
    first.set(from, Math.min(first.get(from) ?? Infinity, nodes.get(to)?.order ?? Infinity));
  const orderOf = ({ node, order }: Placed): number =>
    fed.has(node.id) ? order : Math.max(order, (first.get(node.id) ?? order + 0.6) - 0.6);
  return [...nodes.values()]
    .map((placed) => ({ placed, order: orderOf(placed) }))
    .sort((a, b) => a.order - b.order)
    .map(({ placed }) => placed.node);
}
