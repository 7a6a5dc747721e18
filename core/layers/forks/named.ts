/** A layer that is known by its name and parameters only: its tops are unknown, and inference continues after it. */
import type { LayerRule } from '../../net/rules';
import type { RawLayer } from '../../schema/raw';

export function namedLayer([type, param, alsoReads, doc, facts]: RawLayer): LayerRule {
  return {
    type,
    summary: doc,
    ...(param === '' ? {} : { param }),
    alsoReads,
    ...(facts && { facts }),
    arity: { bottoms: {}, tops: {}, ...(type.includes('Loss') && { automaticTops: 1 }) },
    setUp: ({ layer }) => ({
      tops: layer.tops.map(() => null),
      params: [],
      openParams: true,
      draws: null,
      problems: [],
    }),
  };
}
