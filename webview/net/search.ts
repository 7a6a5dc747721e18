/** Which nodes match a search: by the names and types of their layers, and the blobs that these produce. */
import type { NetAnswer } from '#protocol/net';
import type { Graph } from './graph';

export function search({ layers }: NetAnswer, { nodes }: Graph, wanted: string): readonly string[] {
  const needle = wanted.trim().toLowerCase();
  if (needle === '') return [];
  return nodes
    .filter((node) => {
      if (node.name.toLowerCase().includes(needle)) return true;
      if (node.kind === 'chip') return false;
      return node.layers.some((i) => {
        const layer = layers[i];
        return [layer?.name ?? '', layer?.type ?? '', ...(layer?.tops.map(({ name }) => name) ?? [])].some((text) =>
          text.toLowerCase().includes(needle),
        );
      });
    })
    .map(({ id }) => id);
}

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
