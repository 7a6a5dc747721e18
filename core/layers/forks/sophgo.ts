/** Layers of Sophgo's Caffe (sophgo/caffe, e188c0e). */
import type { LayerRule } from '../../net/rules';
import { formatShape, type Dim, type Shape } from '../../net/shape';
import { atBottom } from '../shared/at';
import { times, plus } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { samePlace } from '../shared/windows';
import { flagIn, numberIn, positive, writtenIn } from './loose';
import { tooFewAxes } from './needs';
import { arityOf, oneToOne, shaped } from './shaped';

/** mish_layer.cpp and relu6_layer.cpp: neurons. */
const neurons = (
  [
    ['Mish', 'x · tanh(ln(1 + eˣ)). Top: the shape of the bottom.', 'mish_param'],
    ['ReLU6', 'The rectified linear unit, limited to 6. Top: the shape of the bottom.', 'relu6_param'],
  ] as const
).map(
  ([type, summary, param]): LayerRule => ({
    ...shaped({ type, summary, param, arity: oneToOne, tops: ({ bottoms: [data = null] }) => [data] }),
    window: samePlace,
  }),
);

/** matmul_layer.cpp: the fields alone give the shape. */
const matMul = shaped({
  type: 'MatMul',
  summary: 'The product of two matrices. Top: (dim_1, dim_3).',
  param: 'matmul_param',
  arity: arityOf([2, 2], [1, 1]),
  tops: ({ param }) => [[numberIn(param, 'dim_1'), numberIn(param, 'dim_3')]],
});

/** padding_layer.cpp: the last two axes. */
const padding = shaped({
  type: 'Padding',
  summary: 'Adds rows and columns of `pad_value`. Top: (…, H + pad_t + pad_b, W + pad_l + pad_r).',
  param: 'padding_param',
  arity: oneToOne,
  tops({ param, bottoms: [data = null] }) {
    const added = (names: readonly [string, string]): Dim => plus(numberIn(param, names[0]), numberIn(param, names[1]));
    const pads: readonly Dim[] = [added(['pad_t', 'pad_b']), added(['pad_l', 'pad_r'])];
    return [data && data.map((dim, i) => (i < data.length - 2 ? dim : plus(dim, pads[i - data.length + 2] ?? null)))];
  },
  check: (input) => tooFewAxes(input, 2),
});

/** upsample_layer.cpp: that of SegNet, with the positions as an optional bottom. */
const upsample = shaped({
  type: 'Upsample',
  summary:
    'Enlarges maps to `upsample_h` × `upsample_w` or by `scale`; with a second bottom, by the positions of max pooling. Top: (N, C, H, W).',
  param: 'upsample_param',
  arity: arityOf([1, 2], [1, 1]),
  tops({ param, bottoms: [data] }) {
    const [height, width] = [writtenIn(param, 'upsample_h'), writtenIn(param, 'upsample_w')];
    const side = (size: Dim, letter: 'h' | 'w'): Dim =>
      plus(
        times(size, writtenIn(param, `scale_${letter}`) ?? numberIn(param, 'scale')),
        flagIn(param, `pad_out_${letter}`) ? -1 : 0,
      );
    const sides =
      height !== null && width !== null
        ? [height, width]
        : [side(legacyDim(data, 'height'), 'h'), side(legacyDim(data, 'width'), 'w')];
    return [[legacyDim(data, 'num'), legacyDim(data, 'channels'), ...sides]];
  },
  check: ({ layer, bottoms: [data = null] }) =>
    data === null || data.length === 4 ? [] : [atBottom(layer, 0, 'layer/four-axes', { shape: formatShape(data) })],
});

/** retinaface_detection_layer.cpp, yolo_detection_layer.cpp, frcn_detection_layer.cpp: `keep_topk` boxes per item. */
const detections = (
  [
    ['RetinaFaceDetection', 'retinaface_detection_param', 0, 15],
    ['YoloDetection', 'yolo_detection_param', 0, 6],
    ['FrcnDetection', 'frcn_detection_param', 2, 6],
  ] as const
).map(([type, param, bottom, values]) =>
  shaped({
    type,
    summary: 'The best `keep_topk` detections of each item. Top: (N, 1, keep_topk, values).',
    param,
    arity: arityOf([bottom + 1], [1]),
    tops: (input): readonly Shape[] => [
      [legacyDim(input.bottoms[bottom], 'num'), 1, numberIn(input.param, 'keep_topk'), values],
    ],
  }),
);

/** proposal_layer.cpp. */
const proposal = shaped({
  type: 'Proposal',
  summary: 'Regions from scores and offsets of anchors. Top: (N, 1, rpn_nms_post_top_n, 5).',
  param: 'proposal_param',
  arity: arityOf([1], [1]),
  tops: ({ param, bottoms: [scores] }) => [[legacyDim(scores, 'num'), 1, numberIn(param, 'rpn_nms_post_top_n'), 5]],
});

/** roi_pooling_layer.cpp: regions (N, …, R, 5), with N · R tops. */
const roiPooling = shaped({
  type: 'ROIPooling',
  summary:
    'The maximum of each cell of `pooled_h` × `pooled_w`, for each region. Top: (N · R, C, pooled_h, pooled_w), for regions (N, 1, R, 5).',
  param: 'roi_pooling_param',
  arity: arityOf([2, 2], [1, 1]),
  tops: ({ param, bottoms: [data, regions] }) => [
    [
      times(legacyDim(regions, 'num'), legacyDim(regions, 'height')),
      legacyDim(data, 'channels'),
      numberIn(param, 'pooled_h'),
      numberIn(param, 'pooled_w'),
    ],
  ],
  check: (input) => positive(input, 'pooled_h', 'pooled_w'),
});

export const sophgo: readonly LayerRule[] = [
  ...neurons,
  matMul,
  padding,
  upsample,
  ...detections,
  proposal,
  roiPooling,
];
