/** The shapes that are written at the start of edges: one for each blob. */
import { formatShape } from '#core/net/shape';
import type { GraphEdge } from './graph';
import { font, textWidth } from './measure';

interface Placed {
  readonly edge: GraphEdge;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface EdgeLabel {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
}

/** Selects one edge of each blob to be labelled with its shape: the one furthest to the right. */
export function labelledEdges<Edge extends Placed>(edges: readonly Edge[]): ReadonlySet<Edge> {
  const chosen = new Map<string, Edge>();
  for (const placed of edges) {
    const key = JSON.stringify([placed.edge.from, placed.edge.blob]);
    const known = chosen.get(key);
    if (!known || (placed.points[0]?.x ?? 0) > (known.points[0]?.x ?? 0)) chosen.set(key, placed);
  }
  return new Set(chosen.values());
}

/** Right of the edge, below its source; undefined for an edge without points. */
export function labelOfEdge({ edge, points: [start] }: Placed): EdgeLabel | undefined {
  if (!start) return undefined;
  const text = formatShape(edge.shape);
  return { text, x: start.x + 7, y: start.y + 14, width: textWidth(text, font.small) };
}
