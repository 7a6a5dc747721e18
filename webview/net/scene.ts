/** The graph as a list of drawing items in the theme's colours: the same for the screen, an SVG and a PNG. */
import { labelOf } from './blocks';
import type { PrefixBox } from './boxes';
import { labelledEdges, labelOfEdge } from './edge-labels';
import type { GraphNode } from './graph';
import type { Layout, PlacedEdge, PlacedNode, Point } from './layout';
import { shown } from '#core/messages/shown';
import { faceOf, font } from './measure';

export type Item =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string;
      readonly stroke: string;
      readonly line: number;
      readonly dash?: string;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill: string;
      readonly stroke: string;
      readonly line: number;
      readonly dash?: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly colour: string;
      readonly weight: 'normal' | 'bold';
      readonly anchor: 'start' | 'middle' | 'end';
      readonly halo?: string;
    };

export interface Colours {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  /** Borders and edges. */
  readonly line: string;
  readonly node: string;
  readonly box: string;
  readonly roles: Readonly<Record<GraphNode['role'], string>>;
  readonly error: string;
  readonly errorFill: string;
  readonly warning: string;
  readonly unknown: string;
  /** The font that nodes are measured with. */
  readonly font: string;
}

export interface SceneWords {
  readonly ofGroup: (node: GraphNode) => string;
}

/** `far`: too small to show text. */
export type Detail = 'near' | 'far';

const none = 'none';

export function nodeItems(
  { node, x, y, width, height }: PlacedNode,
  colours: Colours,
  detail: Detail,
  { ofGroup }: SceneWords,
): readonly Item[] {
  const { fill, stroke, dash } = lookOf(node, colours);
  const radius = node.kind === 'chip' ? height / 2 : 5;
  const box: Item = {
    kind: 'rect',
    x,
    y,
    width,
    height,
    radius,
    fill,
    stroke,
    line: node.status === 'error' ? 1.6 : 1,
    ...(dash !== undefined && { dash }),
  };
  const stack: readonly Item[] = node.kind === 'group' ? [{ ...box, x: x + 4, y: y + 4 }] : [];
  if (detail === 'far') return [{ ...box, fill: farFill(node, colours), stroke: none }];
  const { title, lines } = faceOf(node, ofGroup(node));
  const centre = x + width / 2;
  const text = (content: string, dy: number, size: number, colour: string, weight: 'normal' | 'bold'): Item => ({
    kind: 'text',
    x: centre,
    y: y + dy,
    text: content,
    size,
    colour,
    weight,
    anchor: 'middle',
  });
  if (node.kind === 'chip')
    return [box, text(title, 15, font.small, node.status === 'error' ? colours.error : colours.quiet, 'normal')];
  const band: Item = {
    kind: 'path',
    d: bandOf(x, y, height, radius),
    fill: colours.roles[node.role],
    stroke: none,
    line: 0,
  };
  return [
    ...stack,
    box,
    band,
    text(title, 20, font.name, node.status === 'error' ? colours.error : colours.foreground, 'bold'),
    ...lines.map((line, i) => text(line, 36 + 14 * i, font.small, colours.quiet, 'normal')),
  ];
}

/** Problems are visible even without text. */
function farFill({ status, role }: GraphNode, { error, warning, unknown, roles }: Colours): string {
  return { error, warning, unknown, fine: roles[role] }[status];
}

function lookOf(
  { status, kind }: GraphNode,
  { node, error, errorFill, warning, unknown, line, background }: Colours,
): { readonly fill: string; readonly stroke: string; readonly dash?: string } {
  const fill = kind === 'chip' ? background : node;
  switch (status) {
    case 'error':
      return { fill: errorFill, stroke: error };
    case 'warning':
      return { fill, stroke: warning };
    case 'unknown':
      return { fill, stroke: unknown, dash: '4 3' };
    case 'fine':
      return { fill, stroke: line };
  }
}

/** A band along the left side, within the rounded corners. */
function bandOf(x: number, y: number, height: number, radius: number): string {
  const [top, bottom, right] = [y + 0.5, y + height - 0.5, x + 4.5];
  return `M${right} ${top}L${x + radius} ${top}Q${x + 0.5} ${top} ${x + 0.5} ${top + radius}L${x + 0.5} ${bottom - radius}Q${x + 0.5} ${bottom} ${x + radius} ${bottom}L${right} ${bottom}Z`;
}

/** `labelled`: whether the blob's shape is written at the start of the edge. */
export function edgeItems(
  { edge, points }: PlacedEdge,
  colours: Colours,
  detail: Detail,
  labelled: 'labelled' | 'bare',
): readonly Item[] {
  const unknown = edge.shape === null || edge.shape.includes(null);
  const stroke = unknown ? colours.unknown : colours.line;
  const line: Item = {
    kind: 'path',
    d: curve(points),
    fill: none,
    stroke,
    line: detail === 'far' ? 2 : 1.3,
    ...(unknown && { dash: '4 3' }),
  };
  if (detail === 'far') return [line];
  const head: Item = { kind: 'path', d: arrow(points), fill: stroke, stroke: none, line: 0 };
  const label = labelled === 'labelled' ? labelOfEdge({ edge, points }) : undefined;
  if (!label) return [line, head];
  const { text, x, y } = label;
  return [
    line,
    head,
    {
      kind: 'text',
      x,
      y,
      text,
      size: font.small,
      colour: colours.quiet,
      weight: 'normal',
      anchor: 'start',
      halo: colours.background,
    },
  ];
}

export function boxItem({ x, y, width, height }: PrefixBox, colours: Colours): Item {
  return {
    kind: 'rect',
    x,
    y,
    width,
    height,
    radius: 8,
    fill: colours.box,
    stroke: colours.line,
    line: 0.6,
    dash: '2 3',
  };
}

/** Above the edges, which may cross it. */
export function boxLabel({ prefix, x, y }: PrefixBox, colours: Colours): Item {
  return {
    kind: 'text',
    x: x + 8,
    y: y + 14,
    text: `▾ ${shown(labelOf(prefix))}`,
    size: font.small,
    colour: colours.quiet,
    weight: 'normal',
    anchor: 'start',
    halo: colours.background,
  };
}

/** The whole graph, for a file. */
export function sceneOf(
  { nodes, edges }: Layout,
  boxes: readonly PrefixBox[],
  colours: Colours,
  words: SceneWords,
): readonly Item[] {
  const labels = labelledEdges(edges);
  return [
    ...boxes.map((box) => boxItem(box, colours)),
    ...edges.flatMap((edge) => edgeItems(edge, colours, 'near', labels.has(edge) ? 'labelled' : 'bare')),
    ...nodes.flatMap((node) => nodeItems(node, colours, 'near', words)),
    ...boxes.map((box) => boxLabel(box, colours)),
  ];
}

/** A smooth curve through the midpoints between the points, which serve as control points. */
function curve(points: readonly Point[]): string {
  const [first, second] = points;
  const last = points[points.length - 1];
  if (!first || !last) return '';
  if (!second || points.length === 2) return `M${spot(first)}L${spot(last)}`;
  let d = `M${spot(first)}L${spot(middle(first, second))}`;
  for (let i = 1; i < points.length - 1; i++)
    d += `Q${spot(points[i] as Point)} ${spot(middle(points[i] as Point, points[i + 1] as Point))}`;
  return `${d}L${spot(last)}`;
}

function arrow(points: readonly Point[]): string {
  const [tip, before] = [points[points.length - 1], points[points.length - 2]];
  if (!tip || !before) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const back = { x: tip.x - 7 * ux, y: tip.y - 7 * uy };
  return `M${spot(tip)}L${spot({ x: back.x - 3.5 * uy, y: back.y + 3.5 * ux })}L${spot({ x: back.x + 3.5 * uy, y: back.y - 3.5 * ux })}Z`;
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function spot({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
