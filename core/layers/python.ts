/** A layer that a Python class implements: its tops, blobs and draws are its own business. Source: python_layer.hpp. */
import type { LayerRule } from '../net/rules';

export const python: LayerRule = {
  type: 'Python',
  summary: 'A layer in Python: class `layer` of `module`. Its tops and blobs are known to that class only.',
  param: 'python_param',
  skeleton: { name: 'python', body: 'module: "${1:layers}"\nlayer: "${2:MyLayer}"' },
  arity: { bottoms: {}, tops: {} },
  setUp: ({ layer }) => ({ tops: layer.tops.map(() => null), params: [], openParams: true, draws: null, problems: [] }),
};
