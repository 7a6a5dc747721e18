/** A layer that the user implements, for HiSilicon's NNIE: `custom_param` has the shape of each top. */
import type { LayerRule } from '../../net/rules';
import { nums, subs } from '../../schema/message';
import { arityOf, shaped } from './shaped';

export const custom: LayerRule = shaped({
  type: 'Custom',
  summary: 'A layer that the user implements. Tops: a `shape` each.',
  param: 'custom_param',
  arity: arityOf([1], [1]),
  tops: ({ layer, param }) => {
    const shapes = subs(param, 'shape').map((shape) => nums(shape, 'dim'));
    return shapes.length === layer.tops.length ? shapes : [];
  },
});
