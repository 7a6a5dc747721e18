/** The layers of YOLO in Caffe (eric612/MobileNet-YOLO). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { placeOf } from '../../schema/message';
import { plus, times } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { numberIn, written } from './loose';
import { needsSize } from './needs';
import { arityOf, scalarLoss, shaped } from './shaped';

/** Each position predicts `num` boxes, each with its coordinates, an objectness and a score per class. */
function lossOf(type: string, coordinates: number): LayerRule {
  return scalarLoss({
    type,
    summary:
      'The loss of YOLOv3 on a feature map with `num` · (coordinates + 1 + `num_class`) channels. Bottoms: the map, and the boxes.',
    param: 'yolov3_param',
    bottoms: { min: 2, max: 2 },
    check: (input) => channelProblems(input, coordinates),
  });
}

/** yolov3_layer.cpp, LayerSetUp: an item has width · height · num · (coordinates + num_class + 1) values. */
function channelProblems(input: SetUpInput, coordinates: number): readonly Problem[] {
  const { param } = input;
  const [boxes, classes] = [numberIn(param, 'num'), numberIn(param, 'num_class')];
  return needsSize(input, 0, 'channels', times(boxes, plus(classes, coordinates + 1)));
}

/** Their number is known only in Forward: (1, 1, 1, 7) at set-up. */
function outputOf(type: string, param: string, check: (input: SetUpInput) => readonly Problem[]): LayerRule {
  const detections = shaped({
    type,
    summary: 'Detections from feature maps of YOLO. Top: (1, 1, n, 7), with n known at run time.',
    param,
    arity: arityOf([1, 4], [1, 1]),
    tops: () => [[1, 1, 1, 7]],
    check: (input) => [...written(input, 'num_classes'), ...check(input)],
  });
  return { ...detections, noGradient: 'any' };
}

/** `mask_group_num` must be the number of bottoms. */
function groupProblems({ layer, param }: SetUpInput): readonly Problem[] {
  const groups = numberIn(param, 'mask_group_num');
  if (groups === null || groups === layer.bottoms.length) return [];
  return [
    {
      code: 'fork/field-bound',
      span: placeOf(param, 'mask_group_num'),
      args: { name: 'mask_group_num', relation: '=', bound: layer.bottoms.length, found: groups },
    },
  ];
}

const segmentationLoss = scalarLoss({
  type: 'YoloSeg',
  summary: 'The loss of a segmentation by YOLO.',
  param: 'yolo_seg_param',
  bottoms: { min: 3, max: 3 },
});

const excitation = shaped({
  type: 'AssistedExcitation',
  summary: 'Strengthens a feature map where the objects are, in training. Top: the shape of the first bottom.',
  param: 'assisted_excitation_param',
  arity: arityOf([3, 3], [1, 1]),
  tops: ({ bottoms: [data = null] }) => [data],
});

const segmentationEvaluate = shaped({
  type: 'SegmentationEvaluate',
  summary: 'Compares a segmentation with its labels. Top: (1, 1, 1, C), C channels of the labels.',
  param: 'segmentation_evaluate_param',
  arity: arityOf([2, 2], [1, 1]),
  tops: ({ bottoms: [, labels] }) => [[1, 1, 1, legacyDim(labels, 'channels')]],
  check: (input) => written(input, 'num_classes'),
});

/** region_loss_layer.cpp: the count of an item is not checked. */
const regionLoss = scalarLoss({
  type: 'RegionLoss',
  summary: "YOLOv2's loss.",
  param: 'region_loss_param',
  bottoms: { min: 2, max: 2 },
});

export const layers: readonly LayerRule[] = [
  lossOf('Yolov3', 4),
  lossOf('GaussianYolov3', 8),
  outputOf('YoloDetectionOutput', 'yolo_detection_output_param', () => []),
  outputOf('Yolov3DetectionOutput', 'yolov3_detection_output_param', groupProblems),
  regionLoss,
  segmentationLoss,
  excitation,
  segmentationEvaluate,
];
