/** What a search finds: layers by their names and types and the blobs that they produce, and the nodes of the graph with them. */
import type { NetAnswer } from '#protocol/net';
import type { Graph } from './graph';

interface Named {
  readonly name: string;
  readonly type: string;
  readonly tops: readonly { readonly name: string }[];
}

/** Every layer matches an empty text. */
export function matches({ name, type, tops }: Named, wanted: string): boolean {
  const needle = wanted.trim().toLowerCase();
  return [name, type, ...tops.map((top) => top.name)].some((text) => text.toLowerCase().includes(needle));
}

export function search({ layers }: NetAnswer, { nodes }: Graph, wanted: string): readonly string[] {
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return [];
  return nodes
    .filter((node) => {
      if (node.name.toLowerCase().includes(needle)) return true;
      return node.kind !== 'chip' && node.layers.some((i) => matches(layers[i] ?? nothing, needle));
    })
    .map(({ id }) => id);
}

const nothing: Named = { name: '', type: '', tops: [] };

/** The node that an arrow key selects; undefined if there is none in that direction. */
export function neighbour({ nodes, edges }: Graph, from: string | undefined, key: string): string | undefined {
  const [first] = nodes;
  if (key === 'Home') return first?.id;
  if (key === 'End') return nodes[nodes.length - 1]?.id;
  if (from === undefined) return key.startsWith('Arrow') ? first?.id : undefined;
  const readers = edges.filter((edge) => edge.from === from).map(({ to }) => to);
  const makers = edges.filter((edge) => edge.to === from).map((edge) => edge.from);
  switch (key) {
    case 'ArrowDown':
      return readers[0];
    case 'ArrowUp':
      return makers[0];
    case 'ArrowLeft':
    case 'ArrowRight': {
      // The other readers of its source; without a source, the other sources of its reader.
      const [maker] = makers;
      const beside =
        maker === undefined
          ? edges.filter(({ to }) => to === readers[0]).map((edge) => edge.from)
          : edges.filter((edge) => edge.from === maker).map(({ to }) => to);
      const around = [...new Set(beside)];
      const at = around.indexOf(from) + (key === 'ArrowRight' ? 1 : -1);
      return around[(at + around.length) % around.length];
    }
    default:
      return undefined;
  }
}
