/** Drops whole channels. It sees its bottom as N×C×H×W (spatial_dropout_layer.cpp of Intel's Caffe). */
import type { LayerRule } from '../../net/rules';
import { legacyProblems } from '../shared/legacy';
import { made } from './results';
import { sameShape } from './same-shape';

export const spatialDropout: LayerRule = {
  ...sameShape('SpatialDropout', 'Dropout of whole channels.', 'spatial_dropout_param'),
  setUp: (input) => made(input, [input.bottoms[0] ?? null], legacyProblems(input, [0])),
};
