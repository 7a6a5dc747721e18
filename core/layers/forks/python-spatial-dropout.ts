/**
 * ENet's class for spatial dropout, in Caffes of the same author: its top has the shape of its bottom, and it has no
 * blobs and draws nothing from Caffe's generator (spatial_dropout.py). Elsewhere such a name may stand for any class.
 */
import type { LayerRule } from '../../net/rules';
import { str, type Message } from '../../schema/message';
import { python } from '../python';
import { samePlace } from '../shared/windows';

export const pythonWithSpatialDropout: LayerRule = {
  ...python,
  window: (input) => (isSpatialDropout(input) ? samePlace() : null),
  setUp(input) {
    const result = python.setUp(input);
    const { layer, bottoms } = input;
    if (!isSpatialDropout(input) || layer.bottoms.length !== 1 || layer.tops.length !== 1) return result;
    return { tops: [bottoms[0] ?? null], params: [], problems: result.problems };
  },
};

function isSpatialDropout({ param }: { readonly param: Message }): boolean {
  return str(param, 'module') === 'spatial_dropout' && str(param, 'layer') === 'SpatialDropoutLayer';
}
