/**
 * The layers that MS-CNN and Cascade R-CNN have in common: boxes as (R, 5), decoded from regressions of 8 values
 * (zhaoweicai/mscnn and zhaoweicai/cascade-rcnn).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { subOrEmpty, fieldOf } from '../../schema/message';
import { times } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { source } from '../shared/windows';
import { datumOf } from '../shared/transform';
import { flagIn, numberIn, numbersIn, positive, writtenIn } from './loose';
import { needsSame, needsSize } from './needs';
import { arityOf, shaped, type Shaped } from './shaped';

/** decode_bbox_layer.cpp. */
export const decodeBBox = shaped({
  type: 'DecodeBBox',
  summary: 'Moves boxes by regressions of 8 values each. Bottoms: regressions, boxes. Top: the shape of the boxes.',
  param: 'decode_bbox_param',
  alsoReads: ['bbox_reg_param'],
  arity: arityOf([2, 3], [1, 1]),
  tops: ({ bottoms: [, boxes = null] }) => [boxes],
  check: (input) => [
    ...needsSame(input, 1, 0, ['num']),
    ...needsSize(input, 0, 'channels', 8),
    ...needsSize(input, 1, 'channels', 5),
  ],
});

/** proposal_target_layer.cpp; a batch size of −1 takes all boxes. */
export const proposalTarget = shaped({
  type: 'ProposalTarget',
  summary:
    'Selects boxes for training and computes their labels and targets. Tops: boxes (batch_size, 5, 1, 1), labels, targets and weights.',
  param: 'proposal_target_param',
  alsoReads: ['bbox_reg_param'],
  arity: arityOf([2], [5]),
  tops(input) {
    const { param, bottoms } = input;
    const size = numberIn(param, 'batch_size');
    const batch = size === -1 ? legacyDim(bottoms[0], 'num') : size;
    const target = isPerClass(input) ? times(numberIn(param, 'cls_num'), 4) : 8;
    return [5, 1, target, target, target, 6, 1].map((channels) => [batch, channels, 1, 1]);
  },
  check: (input) => needsSize(input, 0, 'channels', 5),
});

/** `bbox_reg_param { cls_aware }`. */
function isPerClass({ layer: { message } }: SetUpInput): boolean {
  return fieldOf(message.type, 'bbox_reg_param')?.message
    ? flagIn(subOrEmpty(message, 'bbox_reg_param'), 'cls_aware')
    : true;
}

const oneOrTwo: readonly [number, number] = [1, 2];
const single: Shape = [1, 1, 1, 1];
const pair: Shape = [1, 1, 1, 2];

/** bbox_accuracy_layer.cpp. */
export const bboxAccuracy = measure({
  type: 'BboxAccuracy',
  summary: 'The accuracy of box regressions. Tops: (1, 1, 1, 1).',
  arity: arityOf([3, 3], oneOrTwo),
  tops: () => [single, single],
  check: (input) => [...needsSame(input, 1, 0, ['num']), ...needsSame(input, 2, 0, ['num'])],
});

/** box_output_layer.cpp and box_group_output_layer.cpp: the number of boxes is known only in Forward. */
export const boxOutput = boxesOf('BoxOutput', 'box_output_param');
export const boxGroupOutput = boxesOf('BoxGroupOutput', 'box_group_output_param');

function boxesOf(type: string, param: string): LayerRule {
  return shaped({
    type,
    summary:
      'Boxes from score maps, after non-maximum suppression. Tops: (n, 5, 1, 1) and, with scores, (n, 6, 1, 1); n is 1 at set-up.',
    param,
    alsoReads: ['bbox_reg_param'],
    arity: arityOf([1], oneOrTwo),
    tops: () => [
      [1, 5, 1, 1],
      [1, 6, 1, 1],
    ],
  });
}

/** detection_loss_layer.cpp and detection_accuracy_layer.cpp: a map with class scores and coordinates, and its labels. */
export const detectionLoss = lossOf({
  type: 'DetectionLoss',
  summary: 'The classification and localization loss of a score map. Top: (1, 1, 1, 2).',
  param: 'detection_loss_param',
  arity: { ...arityOf([2, 2], [1, 1]), automaticTops: 1 },
  tops: () => [pair],
  check: mapProblems,
});
export const detectionAccuracy = measure({
  type: 'DetectionAccuracy',
  summary: 'The accuracy of a score map. Tops: (1, 1, 1, 2) and (1, 1, 1, 1).',
  param: 'detection_accuracy_param',
  arity: arityOf([2, 2], oneOrTwo),
  tops: () => [pair, single],
  check: mapProblems,
});

function mapProblems(input: SetUpInput): readonly Problem[] {
  const [classes, coordinates] = [numberIn(input.param, 'cls_num'), numberIn(input.param, 'coord_num')];
  const channels = classes === null || coordinates === null ? null : classes + coordinates;
  return [...needsSame(input, 1, 0, ['num', 'height', 'width']), ...needsSize(input, 0, 'channels', channels)];
}

/** detection_group_loss_layer.cpp and detection_group_accuracy_layer.cpp. */
export const detectionGroupLoss = lossOf({
  type: 'DetectionGroupLoss',
  summary: 'The classification and localization loss of a group of anchors. Top: (1, 1, 1, 2).',
  param: 'detection_group_loss_param',
  alsoReads: ['bbox_reg_param', 'loss_param'],
  arity: { ...arityOf([3, 3], [1, 1]), automaticTops: 1 },
  tops: () => [pair],
});
export const detectionGroupAccuracy = measure({
  type: 'DetectionGroupAccuracy',
  summary: 'The accuracy of a group of anchors. Tops: (1, 1, 1, 2) and (1, 1, 1, 1).',
  param: 'detection_group_accuracy_param',
  arity: arityOf([3, 3], oneOrTwo),
  tops: () => [pair, single],
});

function lossOf(facts: Shaped): LayerRule {
  return shaped({ ...facts, alsoReads: ['loss_param', 'bbox_reg_param'] });
}

function measure(facts: Shaped): LayerRule {
  return { ...shaped({ ...facts, alsoReads: ['loss_param', 'bbox_reg_param'] }), noGradient: 'any' };
}

/** frcnn_output_layer.cpp. */
export const frcnnOutput = shaped({
  type: 'FrcnnOutput',
  summary:
    'Detections of all classes. Bottoms: scores, regressions, boxes, image sizes. Top: (n, 7, 1, 1), with n 1 at set-up.',
  param: 'frcnn_output_param',
  alsoReads: ['bbox_reg_param'],
  arity: arityOf([4, 4], [1, 1]),
  tops: () => [[1, 7, 1, 1]],
});

/** scale_route_layer.cpp: as many tops as bottoms, each with the boxes of a range of sizes. */
export const scaleRoute = shaped({
  type: 'ScaleRoute',
  summary: 'Keeps the boxes of a range of sizes. Tops: the bottoms with n items, with n 1 at set-up.',
  param: 'scale_route_param',
  arity: { ...arityOf([1], [1]), paired: true },
  tops: ({ bottoms }) =>
    bottoms.map((shape) => [
      1,
      ...(['channels', 'height', 'width'] as const).map((axis) => legacyDim(shape ?? undefined, axis)),
    ]),
});

/** hard_mining_layer.cpp: the first bottom has a loss per box, each other one is a top. */
export const hardMining = shaped({
  type: 'HardMining',
  summary:
    'Keeps the boxes with the highest loss. Tops: the bottoms after the first, with at most `num_image` · `num_roi_per_image` items.',
  param: 'hard_mining_param',
  arity: arityOf([2], [1]),
  tops({ param, bottoms: [losses, ...others] }) {
    const most = times(numberIn(param, 'num_image'), numberIn(param, 'num_roi_per_image'));
    const found = legacyDim(losses, 'num');
    const kept = most === null || found === null ? null : Math.min(most, found);
    return others.map((shape) => [
      kept,
      ...(['channels', 'height', 'width'] as const).map((axis) => legacyDim(shape ?? undefined, axis)),
    ]);
  },
});

const noBottoms: readonly [number, number] = [0, 0];

/** image_gt_data_layer.cpp: maps of labels at integer downsampling rates, then the boxes if `output_gt_boxes`. */
export const imageGtData = dataOf({
  type: 'ImageGtData',
  summary:
    'Images with boxes, and label maps. Tops: (batch_size, C, H, W), a label map per `downsample_rate`, and the boxes.',
  param: 'image_gt_data_param',
  arity: arityOf(noBottoms, [2]),
  tops(input) {
    const { param } = input;
    const [channels, height, width] = sizeOf(input, ['resize', 'crop']);
    const rates = numbersIn(param, 'downsample_rate').map((rate) => ({ rate, whole: true }));
    return [
      [numberIn(param, 'batch_size'), channels, height, width],
      ...labelMaps(input, rates, [height, width]),
      ...(flagIn(param, 'output_gt_boxes') ? [[1, 7, 1, 1]] : []),
    ];
  },
});

/** detection_data_layer.cpp: as ImageGtData, with `stride`s, and sizes by the shorter and longer side. */
export const detectionData = dataOf({
  type: 'DetectionData',
  summary: 'Images with boxes, and label maps. Tops: (batch_size, C, H, W), a label map per `stride`, and the boxes.',
  param: 'detection_data_param',
  arity: arityOf(noBottoms, [1]),
  tops(input) {
    const { param } = input;
    const [channels, height, width] = sizeOf(input, ['resize', 'sides', 'crop', 'crop-sides']);
    const strides = numbersIn(param, 'stride').map((rate) => ({ rate, whole: false }));
    return [
      [numberIn(param, 'batch_size'), channels, height, width],
      ...labelMaps(input, strides, [height, width]),
      ...(flagIn(param, 'output_gt_boxes') ? [[1, 8, 1, 1]] : []),
    ];
  },
});

/** eval_data_layer.cpp. */
export const evalData = dataOf({
  type: 'EvalData',
  summary:
    'Images with boxes, for evaluation. Tops: (batch_size, C, H, W), the boxes (n, 8, 1, 1), and the image sizes (batch_size, 2, 1, 1).',
  param: 'eval_data_param',
  arity: arityOf(noBottoms, [2]),
  tops(input) {
    const batch = numberIn(input.param, 'batch_size');
    return [
      [batch, ...sizeOf(input, ['resize', 'sides'])],
      [1, 8, 1, 1],
      [batch, 2, 1, 1],
    ];
  },
});

function dataOf(facts: Shaped): LayerRule {
  const rule = shaped({
    ...facts,
    alsoReads: ['transform_param'],
    check: (input) => positive(input, 'batch_size'),
  });
  return {
    ...rule,
    window: source,
    source: true,
    readsState: true,
    setUp: (input) => ({ ...rule.setUp(input), draws: null }),
  };
}

type Size = readonly [channels: Dim, height: Dim, width: Dim];
type Way = 'resize' | 'sides' | 'crop' | 'crop-sides';

/** The record's size, replaced by each way whose two fields are written; a crop of 0 keeps the size. */
function sizeOf(input: SetUpInput, ways: readonly Way[]): Size {
  const { param } = input;
  const [channels, height, width] = datumOf(input);
  const names: Readonly<Record<Way, readonly [string, string]>> = {
    resize: ['resize_height', 'resize_width'],
    sides: ['long_size', 'short_size'],
    crop: ['crop_height', 'crop_width'],
    'crop-sides': ['crop_long_size', 'crop_short_size'],
  };
  const hasRatio = writtenIn(param, 'resize_ratio') !== null;
  const start: readonly [Dim, Dim] = hasRatio ? [null, null] : [height, width];
  const sized = ways.reduce<readonly [Dim, Dim]>((size, way) => {
    const [h, w] = names[way].map((name) => writtenIn(param, name));
    return h === null || w === null || h === undefined || w === undefined ? size : [h || size[0], w || size[1]];
  }, start);
  return [channels, ...sized];
}

/** The sides over each rate, rounded; `whole`: an integer division before it. */
function labelMaps(
  { param }: SetUpInput,
  rates: readonly { readonly rate: number; readonly whole: boolean }[],
  size: readonly [Dim, Dim],
): readonly Shape[] {
  const coordinates = numberIn(param, 'coord_num');
  const channels = coordinates === null ? null : coordinates + 2;
  return rates.map(
    ({ rate, whole }): Shape => [
      numberIn(param, 'batch_size'),
      channels,
      ...size.map((side) => {
        if (side === null || rate <= 0) return null;
        return whole ? Math.trunc(side / rate) : Math.round(Math.fround(side / rate));
      }),
    ],
  );
}
