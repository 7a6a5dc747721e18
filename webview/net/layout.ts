/**
 * Computes the positions of nodes and edges. A net is mostly a chain, so it is split into sections at the nodes that all paths
 * pass through. Each section is laid out by dagre, and they are placed one below the other. Equal sections, such as the blocks
 * of a deep net, are laid out once, so the cost grows with the number of different blocks.
 */
import { layout as dagre, graphlib } from '@dagrejs/dagre';
import { firstIndexOf } from '#core/lists';
import { labelledEdges, labelOfEdge } from './edge-labels';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { sizeOf, type Size } from './measure';

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** In the order of the graph's nodes. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

export interface PlacedNode extends Size {
  readonly node: GraphNode;
  /** Of the upper left corner. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const rankGap = 42;
const nodeGap = 28;
const margin = 24;
/** Lengths of the straight parts at the start and end of an edge. */
const [stem, landing] = [24, 14];
/** With more nodes than this, the faster ranking algorithm is used. */
const many = 250;

export function layoutOf(graph: Graph): Layout {
  const known = new Map<string, Section>();
  const sizes = new Map(graph.nodes.map((node) => [node.id, sizeOf(node)]));
  const places = new Map<string, Point>();
  const points = new Map<GraphEdge, readonly Point[]>();
  let joint = { x: 0, y: 0 };
  for (const { nodes, edges } of sectionsOf(graph)) {
    const index = new Map(nodes.map(({ id }, i) => [id, i]));
    const boxes = nodes.map(({ id }) => sizes.get(id) as Size);
    const ends = edges.map(({ from, to }) => [index.get(from) ?? 0, index.get(to) ?? 0] as const);
    const key = JSON.stringify([boxes, ends]);
    const section = known.get(key) ?? arrange(boxes, ends);
    known.set(key, section);
    // The first node is the last one of the previous section.
    const [start = joint] = section.nodes;
    const moved = ({ x, y }: Point): Point => ({ x: x - start.x + joint.x, y: y - start.y + joint.y });
    nodes.forEach(({ id }, i) => places.set(id, moved(section.nodes[i] as Point)));
    edges.forEach((edge, i) => points.set(edge, (section.edges[i] ?? []).map(moved)));
    joint = places.get(nodes[nodes.length - 1]?.id ?? '') ?? joint;
  }
  return framed(graph, sizes, places, points);
}

interface Part {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** Splits the graph at the nodes that no edge passes by; consecutive sections share that node. */
function sectionsOf({ nodes, edges }: Graph): readonly Part[] {
  const order = new Map(nodes.map(({ id }, i) => [id, i]));
  const at = (id: string): number => order.get(id) ?? 0;
  /** The furthest node that edges starting at this node reach. */
  const reach: number[] = nodes.map((_, i) => i);
  const fed = new Array<boolean>(nodes.length).fill(false);
  for (const { from, to } of edges) {
    const [low, high] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
    reach[low] = Math.max(reach[low] ?? low, high);
    fed[high] = true;
  }
  const cuts = [0];
  let furthest = 0;
  for (let i = 0; i < nodes.length; i++) {
    // No earlier edge reaches beyond this node. A node without inputs can't join sections: nothing would connect it to the
    // previous one.
    if (i > 0 && furthest === i && fed[i] && nodes[i]?.kind !== 'chip') cuts.push(i);
    furthest = Math.max(furthest, reach[i] ?? i);
  }
  if (cuts[cuts.length - 1] !== nodes.length - 1) cuts.push(nodes.length - 1);
  const starts = cuts.slice(0, -1);
  const parts = starts.map((from, i) => ({
    nodes: nodes.slice(from, (cuts[i + 1] ?? from) + 1),
    edges: [] as GraphEdge[],
  }));
  if (parts.length === 0 && nodes.length > 0) parts.push({ nodes: [...nodes], edges: [] });
  for (const edge of edges) {
    const position = Math.min(at(edge.from), at(edge.to));
    parts[Math.max(0, firstIndexOf(starts, (start) => start > position) - 1)]?.edges.push(edge);
  }
  return parts;
}

interface Section {
  /** Centres of the nodes. */
  readonly nodes: readonly Point[];
  readonly edges: readonly (readonly Point[])[];
}

function arrange(boxes: readonly Size[], ends: readonly (readonly [number, number])[]): Section {
  const [top, bottom] = boxes;
  // A simple link of the chain does not need dagre.
  if (boxes.length === 2 && top && bottom && ends.length > 0 && ends.every(([from]) => from === 0)) {
    const y = top.height / 2 + rankGap + bottom.height / 2;
    const line = [
      { x: 0, y: top.height / 2 },
      { x: 0, y: y - bottom.height / 2 },
    ];
    return {
      nodes: [
        { x: 0, y: 0 },
        { x: 0, y },
      ],
      edges: ends.map(() => line),
    };
  }
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({
    ranksep: rankGap,
    nodesep: nodeGap,
    edgesep: 14,
    ranker: boxes.length > many ? 'longest-path' : 'network-simplex',
  });
  boxes.forEach((box, i) => graph.setNode(String(i), { ...box }));
  ends.forEach(([from, to], i) => graph.setEdge(String(from), String(to), {}, String(i)));
  dagre(graph);
  const nodes = boxes.map((_, i): Point => {
    const { x, y } = graph.node(String(i)) as Point;
    return { x, y };
  });
  const port = (i: number, side: 1 | -1): Point => {
    const { x, y } = nodes[i] as Point;
    return { x, y: y + (side * (boxes[i]?.height ?? 0)) / 2 };
  };
  const edges = ends.map(([from, to], i) => {
    const { points = [] } = (graph.edge(String(from), String(to), String(i)) ?? {}) as {
      readonly points?: readonly Point[];
    };
    return (nodes[from]?.y ?? 0) < (nodes[to]?.y ?? 0)
      ? stemmed(port(from, 1), points.slice(1, -1), port(to, -1))
      : points;
  });
  return { nodes, edges };
}

/** Adds a straight part below the source's centre, where the shape is written, and one above the target. */
function stemmed(start: Point, between: readonly Point[], end: Point): readonly Point[] {
  if (between.every(({ x }) => x === start.x) && start.x === end.x) return [start, end];
  return [start, { x: start.x, y: start.y + stem }, ...between, { x: end.x, y: end.y - landing }, end];
}

/** Translates everything to positive coordinates. */
function framed(
  graph: Graph,
  sizes: ReadonlyMap<string, Size>,
  places: ReadonlyMap<string, Point>,
  points: ReadonlyMap<GraphEdge, readonly Point[]>,
): Layout {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const see = (x: number, y: number): void => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  };
  for (const [id, { x, y }] of places) {
    const { width, height } = sizes.get(id) as Size;
    see(x - width / 2, y - height / 2);
    see(x + width / 2, y + height / 2);
  }
  for (const line of points.values()) for (const { x, y } of line) see(x, y);
  for (const edge of labelledEdges(graph.edges.map((edge) => ({ edge, points: points.get(edge) ?? [] })))) {
    const label = labelOfEdge(edge);
    if (label) see(label.x + label.width, label.y);
  }
  if (left > right) return { width: 0, height: 0, nodes: [], edges: [] };
  const [dx, dy] = [margin - left, margin - top];
  const nodes = graph.nodes.map((node): PlacedNode => {
    const { width, height } = sizes.get(node.id) as Size;
    const { x, y } = places.get(node.id) ?? { x: 0, y: 0 };
    return { node, width, height, x: x - width / 2 + dx, y: y - height / 2 + dy };
  });
  const edges = graph.edges.map(
    (edge): PlacedEdge => ({ edge, points: (points.get(edge) ?? []).map(({ x, y }) => ({ x: x + dx, y: y + dy })) }),
  );
  return { width: right - left + 2 * margin, height: bottom - top + 2 * margin, nodes, edges };
}
