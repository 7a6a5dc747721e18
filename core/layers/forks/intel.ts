/** BVLC's layers as changed by Intel's Caffe (its sources of the same names). */
import type { LayerRule } from '../../net/rules';
import { formatShape, type Shape } from '../../net/shape';
import { bool, has, num } from '../../schema/message';
import { atBottom } from '../shared/at';
import { axisOf, countOf, times } from '../shared/geometry';
import { pooling, poolingBy } from '../pooling';
import { prelu } from '../prelu';
import { reshape } from '../reshape';
import { sigmoidCrossEntropyLoss } from '../sigmoid-cross-entropy-loss';
import { softmaxWithLoss } from '../softmax-with-loss';
import { made } from './results';
import { withWeights } from './variants';

const planar = poolingBy(
  // A file may mix Intel's layers with `ceil_mode` from other forks.
  (param) => (has(param, 'ceil_mode') && !bool(param, 'ceil_mode') ? 'FLOOR' : 'CEIL'),
  (windows) => windows.some(({ kernel, pad }) => pad !== 0 || kernel === 1),
);

/**
 * A window of one row or column drops windows beyond the image as padding does. Three spatial axes are supported too,
 * by fields that are not modelled.
 */
const poolingIntel: LayerRule = {
  ...pooling,
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null],
    } = input;
    if (data === null) return planar(input);
    const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
    if (axis === null) return made(input, [], problems);
    const spatial = data.length - axis - 1;
    if (spatial === 2) return planar(input);
    const none = { axes: spatial, shape: formatShape(data) };
    return made(input, [], spatial < 1 ? [atBottom(layer, 0, 'layer/no-spatial-axes', none)] : []);
  },
};

/** With `pixelshuffler: r` the top is (N, C / r², H · r, W · r), and `shape` is not read. */
const reshapeIntel: LayerRule = {
  ...reshape,
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null],
    } = input;
    const factor = num(param, 'pixelshuffler');
    if (factor === 1) return reshape.setUp(input);
    if (data === null) return made(input, [null], []);
    if (data.length < 4 || factor < 1) return made(input, [null], []);
    const [items = null, channels = null, height = null, width = null] = data;
    const square = factor * factor;
    const top: Shape = [
      items,
      channels === null ? null : Math.trunc(channels / square),
      times(height, factor),
      times(width, factor),
    ];
    const wrong = channels !== null && channels % square !== 0;
    return made(input, [top], wrong ? [atBottom(layer, 0, 'fork/pixel-shuffle', { factor, square, channels })] : []);
  },
};

/** Any number of axes: the channels are `shape(1)`, where BVLC's Caffe reads one of four axes. */
const preluIntel: LayerRule = {
  ...prelu,
  setUp(input) {
    const [data = null] = input.bottoms;
    if (data === null || data.length <= 4) return prelu.setUp(input);
    const inFour = prelu.setUp({ ...input, bottoms: [[data[0] ?? null, data[1] ?? null, countOf(data, 2), 1]] });
    return { ...inFour, tops: inFour.tops.map((top) => top && data) };
  },
};

export const intelLayers: readonly LayerRule[] = [
  poolingIntel,
  preluIntel,
  reshapeIntel,
  withWeights(sigmoidCrossEntropyLoss),
  withWeights(softmaxWithLoss),
];
