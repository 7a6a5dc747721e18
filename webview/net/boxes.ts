/** Frames around the nodes of a prefix, where no other node is between them. */
import { parentOf } from '#core/cost/prefixes';
import { appended } from '#core/lists';
import { labelledEdges, labelOfEdge } from './edge-labels';
import type { Layout, PlacedNode } from './layout';

export interface PrefixBox {
  readonly prefix: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const air = 10;
const labelAir = 4;
/** Below the nodes, for the shapes written on outgoing edges. */
const footroom = 10;
/** Above the nodes, for the prefix itself. */
const headroom = 12;

/** The widest first, so that inner ones are drawn on top of them. */
export function prefixBoxes({ nodes, edges }: Layout): readonly PrefixBox[] {
  const members = new Map<string, PlacedNode[]>();
  for (const placed of nodes) {
    for (let prefix = placed.node.prefix; prefix !== ''; prefix = parentOf(prefix))
      members.set(prefix, appended(members.get(prefix), placed));
  }
  /** By node: where the shapes that are written below it end. */
  const ends = new Map<string, number>();
  for (const edge of labelledEdges(edges)) {
    const { x = 0, width = 0 } = labelOfEdge(edge) ?? {};
    ends.set(edge.edge.from, Math.max(ends.get(edge.edge.from) ?? 0, x + width + labelAir));
  }
  const sorted = [...nodes].sort((a, b) => a.y - b.y);
  return [...members]
    .filter(([, all]) => all.length > 1)
    .flatMap(([prefix, all]) => {
      const inside = new Set(all);
      const isFree = (box: PrefixBox): boolean => !sorted.some((placed) => !inside.has(placed) && meets(box, placed));
      const box = around(prefix, all);
      const labelled = {
        ...box,
        width: Math.max(box.width, ...all.map(({ node }) => (ends.get(node.id) ?? 0) - box.x)),
      };
      return [labelled, box].find(isFree) ?? [];
    })
    .sort((a, b) => b.width * b.height - a.width * a.height);
}

function around(prefix: string, all: readonly PlacedNode[]): PrefixBox {
  const left = Math.min(...all.map(({ x }) => x)) - air;
  const top = Math.min(...all.map(({ y }) => y)) - air - headroom;
  const right = Math.max(...all.map(({ x, width }) => x + width)) + air;
  const bottom = Math.max(...all.map(({ y, height }) => y + height)) + air + footroom;
  return { prefix, x: left, y: top, width: right - left, height: bottom - top };
}

function meets(box: PrefixBox, { x, y, width, height }: PlacedNode): boolean {
  return (
    x < box.x + box.width &&
    x + width > box.x &&
    y < box.y + box.height - air - footroom &&
    y + height > box.y + headroom + air
  );
}
