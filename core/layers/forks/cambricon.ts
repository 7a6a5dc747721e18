/** Layers of Cambricon's Caffe (Cambricon/caffe, ca5b402). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { axisOf, times } from '../shared/geometry';
import { refuseInPlace } from '../shared/in-place';
import { legacyDim } from '../shared/legacy';
import { samePlace } from '../shared/windows';
import { flagIn, numberIn, positive, writtenIn } from './loose';
import { needsSame, needsSize } from './needs';
import { arityOf, oneToOne, shaped } from './shaped';

/** add_layer.cpp, sub_layer.cpp, mult_layer.cpp: two bottoms, value by value. */
const binary = ['Add', 'Sub', 'Mult'].map((type) =>
  ofFirst(type, 'Combines two blobs value by value. Top: the shape of the first bottom.', () => []),
);

/** cycleadd_layer.cpp and others: the second bottom is (1, C, 1, 1). */
const perChannel = ['CycleAdd', 'CycleSub', 'CycleMult'].map((type) =>
  ofFirst(
    type,
    'Combines each channel with a value of the second bottom (1, C, 1, 1). Top: the shape of the first.',
    (input) => [
      ...needsSize(input, 1, 'num', 1),
      ...needsSize(input, 1, 'height', 1),
      ...needsSize(input, 1, 'width', 1),
      ...needsSame(input, 1, 0, ['channels']),
    ],
  ),
);

function ofFirst(type: string, summary: string, check: (input: SetUpInput) => readonly Problem[]): LayerRule {
  const rule = shaped({
    type,
    summary,
    arity: arityOf([2, 2], [1, 1]),
    tops: ({ bottoms: [data = null] }) => [data],
    check,
  });
  return { ...rule, window: samePlace };
}

const squareRoot: LayerRule = {
  ...shaped({
    type: 'Sqrt',
    summary: 'The square root. Top: the shape of the bottom.',
    arity: oneToOne,
    tops: ({ bottoms: [data = null] }) => [data],
  }),
  window: samePlace,
};

/** crelu_layer.cpp: the positive and the negative part, concatenated along `concat_axis`. */
const crelu = shaped({
  type: 'CReLU',
  summary: 'The rectified values, then the rectified negative values, along `concat_axis`. Top: that axis doubled.',
  param: 'crelu_param',
  arity: oneToOne,
  tops({ layer, param, bottoms: [data = null] }) {
    const { axis } = axisOf(layer, param, 'concat_axis', 0, data);
    return [data && axis !== null ? data.map((dim, i) => (i === axis ? times(dim, 2) : dim)) : null];
  },
  check: ({ layer, param, bottoms: [data = null] }) => [
    ...refuseInPlace(layer),
    ...axisOf(layer, param, 'concat_axis', 0, data).problems,
  ],
});

/** upsample_layer.cpp: nearest neighbors from one bottom, or values put back by the positions of a second one. */
const upsample = shaped({
  type: 'Upsample',
  summary:
    'Enlarges maps to `upsample_h` × `upsample_w` or by `scale`: nearest neighbors with `nearestneighbor_mode`, else by the positions of a second bottom. Top: (N, C, H, W).',
  param: 'upsample_param',
  arity: arityOf([1, 2], [1, 1]),
  tops: ({ param, bottoms: [data] }) => [
    [
      legacyDim(data, 'num'),
      legacyDim(data, 'channels'),
      enlarged(param, legacyDim(data, 'height'), 'h'),
      enlarged(param, legacyDim(data, 'width'), 'w'),
    ],
  ],
});

function enlarged(param: SetUpInput['param'], size: Dim, side: 'h' | 'w'): Dim {
  const [height, width] = [writtenIn(param, 'upsample_h'), writtenIn(param, 'upsample_w')];
  if (height !== null && width !== null) return side === 'h' ? height : width;
  const scaled = times(size, writtenIn(param, 'scale') ?? writtenIn(param, `scale_${side}`));
  const cut = flagIn(param, 'nearestneighbor_mode')
    ? 0
    : (numberIn(param, side === 'h' ? 'pad_out_h' : 'pad_out_W') ?? 0);
  return scaled === null ? null : scaled - cut;
}

/** proposal_layer.cpp: as many boxes as `nms_num`. */
const proposal = shaped({
  type: 'Proposal',
  summary: 'Regions from scores and offsets of anchors. Top: (nms_num, 5).',
  param: 'proposal_param',
  arity: arityOf([2], [1, 1]),
  tops: ({ param }) => [[numberIn(param, 'nms_num'), 5]],
});

/** yolov3_detection_layer.cpp: 64 values, then 7 per box, for each item. */
const yolov3Detection = shaped({
  type: 'Yolov3Detection',
  summary: 'Detections from three feature maps of YOLOv3. Top: (1, N · (64 + 7 · num_box), 1, 1).',
  param: 'yolov3_param',
  arity: arityOf([3, 3], [1]),
  tops({ param, bottoms: [data] }) {
    const boxes = numberIn(param, 'num_box');
    return [[1, times(legacyDim(data, 'num'), boxes === null ? null : 7 * boxes + 64), 1, 1]];
  },
});

/** detection_out_layer.cpp. */
const detectionOut = shaped({
  type: 'DetectionOut',
  summary: 'Detections from a feature map of YOLO. Top: (1, 1, n, 7), with n 1 at set-up.',
  param: 'detection_out_param',
  arity: arityOf([1], [1, 1]),
  tops: () => [[1, 1, 1, 7]],
});

/** image_detect_layer.cpp: each of C / 4 classes of each box. */
const imageDetect = shaped({
  type: 'ImageDetect',
  summary: 'Detections of all classes from boxes (R, C, …). Top: (1, R · C / 4, 1, 6).',
  param: 'image_detect_param',
  arity: arityOf([1], [1, 1]),
  tops({ bottoms: [boxes] }) {
    const values = legacyDim(boxes, 'channels');
    return [[1, times(legacyDim(boxes, 'num'), values === null ? null : Math.trunc(values / 4)), 1, 6]];
  },
});

/** roi_align_layer.cpp: regions (R, 5) or (1, R, 1, 5); each item of the map has its own R tops. */
const roiAlign = shaped({
  type: 'ROIAlign',
  summary:
    'Each cell of `pooled_h` × `pooled_w` from interpolated values, for each region. Top: (N · R, C, pooled_h, pooled_w), R regions.',
  param: 'roi_align_param',
  arity: arityOf([2, 2], [1, 1]),
  tops: ({ param, bottoms: [data, regions = null] }) => [
    [
      times(regionsIn(regions), legacyDim(data, 'num')),
      legacyDim(data, 'channels'),
      numberIn(param, 'pooled_h'),
      numberIn(param, 'pooled_w'),
    ],
  ],
  check: (input) => positive(input, 'pooled_h', 'pooled_w'),
});

function regionsIn(regions: Shape): Dim {
  if (regions === null) return null;
  return (regions.length === 4 ? regions[1] : regions[0]) ?? null;
}

export const cambricon: readonly LayerRule[] = [
  ...binary,
  ...perChannel,
  squareRoot,
  crelu,
  upsample,
  proposal,
  yolov3Detection,
  detectionOut,
  imageDetect,
  roiAlign,
];
