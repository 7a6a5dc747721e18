/** Which blobs of a layer are shared from an earlier layer under the same `param` name (net.cpp, AppendParam). */
import { none } from '../lists';
import type { InferredLayer } from '../infer/types';
import { str, subs } from '../schema/message';

/** By layer and blob: true where an earlier layer holds the values. */
export function sharedBefore(layers: readonly InferredLayer[]): readonly (readonly boolean[])[] {
  const known = new Set<string>();
  return layers.map(({ layer, params }) => {
    if (params.length === 0) return none;
    const names = subs(layer.message, 'param').map((spec) => str(spec, 'name'));
    return params.map((_, i) => {
      const name = names[i] ?? '';
      const shared = name !== '' && known.has(name);
      if (name !== '') known.add(name);
      return shared;
    });
  });
}
