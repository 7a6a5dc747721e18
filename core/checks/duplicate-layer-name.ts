import type { Layer } from '../net/model';
import type { Problem } from '../problems';
import type { NetCheck } from './check';

/**
 * Caffe's index of layers by name keeps the last layer of a name (net.cpp, Init), and trained weights are copied by
 * that name.
 */
export const duplicateLayerName: NetCheck = {
  kind: 'net',
  code: 'net/duplicate-layer-name',
  find: ({ analysis: { net } }) => {
    const known = new Map<string, Layer>();
    const problems = new Map<string, Problem>();
    for (const layer of net.layers) {
      const first = known.get(layer.name);
      if (!first) known.set(layer.name, layer);
      else if (layer.name !== '' && !problems.has(layer.name)) problems.set(layer.name, problemOf(layer, first));
    }
    return [...problems.values()];
  },
};

function problemOf({ name, nameSpan }: Layer, first: Layer): Problem {
  return {
    code: 'net/duplicate-layer-name',
    span: nameSpan,
    args: { name },
    related: [{ code: 'named-here', span: first.nameSpan, args: { name } }],
  };
}
