import type { InferredLayer } from '../infer/types';
import { mayBeAbsent } from '../net/state';
import type { Problem } from '../problems';
import type { NetCheck } from './check';

/**
 * Trained weights of every layer of a name are copied to the first layer that has it, which must have as many blobs
 * (net.cpp, CopyTrainedLayersFrom and ShareTrainedLayersWith). Layers without blobs may share a name.
 */
export const duplicateLayerName: NetCheck = {
  kind: 'net',
  code: 'net/duplicate-layer-name',
  find: ({ analysis: { layers } }) => {
    const byName = new Map<string, InferredLayer[]>();
    for (const inferred of layers) {
      const { name, message } = inferred.layer;
      if (mayBeAbsent(message)) continue;
      const known = byName.get(name);
      if (known) known.push(inferred);
      else if (name !== '') byName.set(name, [inferred]);
    }
    return [...byName.values()].flatMap(problemOf);
  },
};

function problemOf(named: readonly InferredLayer[]): readonly Problem[] {
  const [first, second] = named;
  if (!first || !second || !isMixedUp(named)) return [];
  const { name, nameSpan } = second.layer;
  const related = [{ code: 'named-here', span: first.layer.nameSpan, args: { name } }] as const;
  return [{ code: 'net/duplicate-layer-name', span: nameSpan, args: { name }, related }];
}

/** True where one has weights, which another gets too or has no place for, or where several may have weights. */
function isMixedUp(named: readonly InferredLayer[]): boolean {
  return (
    named.some(({ params }) => params.length > 0) || named.filter(({ openParams }) => openParams === true).length > 1
  );
}
