/**
 * The rules of each fork, by its id. A fork without an entry has BVLC Caffe's rules; its own layers are known by name
 * only.
 */
import { floorBilinear, oldBilinear } from '../fillers/forks/bilinear';
import { gaussianUnitball, identity, msraAlpha } from '../fillers/forks/happynear';
import { gabor, msraScaled, xavierOfTwoAxes } from '../fillers/forks/intel';
import { legacy, legacyFillers } from '../fillers/forks/legacy';
import { annotatedData, annotatedDataIntel } from '../layers/forks/annotated-data';
import { axpy } from '../layers/forks/axpy';
import { batchReduction } from '../layers/forks/batch-reduction';
import { batchNormIntel, batchNormNvidia } from '../layers/forks/batch-norm';
import { bnMoving, bnSegnet } from '../layers/forks/bn';
import { boxAnnotatorOhem } from '../layers/forks/box-annotator-ohem';
import { byNum, lossesByNum, withoutEmptyAxes } from '../layers/forks/by-num';
import { centerLoss } from '../layers/forks/center-loss';
import { channelScale } from '../layers/forks/channel-scale';
import { concatIntel } from '../layers/forks/concat-intel';
import { custom } from '../layers/forks/custom';
import { deepDetect, withoutFirstDimensions } from '../layers/forks/deepdetect';
import { denseImageData } from '../layers/forks/dense-image-data';
import { convolutionDepthwise, depthwiseConvolution } from '../layers/forks/depthwise-convolution';
import { detectNetTransformation } from '../layers/forks/detectnet';
import { detectionEvaluate } from '../layers/forks/detection-evaluate';
import { detectionOutput } from '../layers/forks/detection-output';
import { evalDetection } from '../layers/forks/eval-detection';
import { imageSegData } from '../layers/forks/image-seg-data';
import { infogainLossOfProbabilities } from '../layers/forks/infogain-loss';
import { intelLayers } from '../layers/forks/intel';
import { interp, interpToBlob } from '../layers/forks/interp';
import { jaanet } from '../layers/forks/jaanet';
import { l1Loss } from '../layers/forks/l1-loss';
import { largeMarginInnerProduct } from '../layers/forks/large-margin-inner-product';
import { local } from '../layers/forks/local';
import * as metric from '../layers/forks/metric-learning';
import { multiBoxLoss } from '../layers/forks/multi-box-loss';
import { detectionOutputRefined, multiBoxLossRefined } from '../layers/forks/refinedet';
import { relu6, selu } from '../layers/forks/neurons';
import { normalize, normalizeItems, normalizePositions } from '../layers/forks/normalize';
import { permute } from '../layers/forks/permute';
import { imResize, maximum, nms } from '../layers/forks/pose';
import { poolingCeilMode } from '../layers/forks/pooling';
import { priorBox, priorBoxDense, priorBoxDoubled } from '../layers/forks/prior-box';
import { psroiPooling } from '../layers/forks/psroi-pooling';
import { pythonWithSpatialDropout } from '../layers/forks/python-spatial-dropout';
import { reorg, reorgWithDefault } from '../layers/forks/reorg';
import { resize } from '../layers/forks/resize';
import { roiAlign, roiPooling, roiPoolingIntel } from '../layers/forks/roi-pooling';
import { plainLoss, sameShape, sameShapes } from '../layers/forks/same-shape';
import {
  adaptiveBiasChannel,
  biasChannel,
  domainTransform,
  segAccuracy,
  spatialProduct,
  uniqueLabel,
} from '../layers/forks/segmentation';
import { shuffleChannel } from '../layers/forks/shuffle-channel';
import { smoothL1 } from '../layers/forks/smooth-l1-loss';
import { softmaxWithLossOhem } from '../layers/forks/softmax-with-loss-ohem';
import { spatialDropout } from '../layers/forks/spatial-dropout';
import { upsample } from '../layers/forks/upsample';
import * as variants from '../layers/forks/variants';
import { euclideanLoss } from '../layers/euclidean-loss';
import { moved } from '../layers/shared/windows';
import { softmaxWithLoss } from '../layers/softmax-with-loss';
import type { LayerRule } from '../net/rules';
import { bvlcSolver } from '../policies';
import { deepDetectSolver } from '../policies/forks/deepdetect';
import { earlierSolver } from '../policies/forks/earlier';
import { exp10 } from '../policies/forks/exp10';
import { intelSolver } from '../policies/forks/intel';
import { nvidiaSolver } from '../policies/forks/nvidia';
import { plateau } from '../policies/forks/plateau';
import type { Alternative, ForkRules } from './dialect';

const two = { min: 2, max: 2 } as const;
const twoOrThree = { min: 2, max: 3 } as const;
const oneTop = { min: 1, max: 1 } as const;
const oneOrTwoTops = { min: 1, max: 2 } as const;

const smoothL1Rcnn = smoothL1({
  type: 'SmoothL1Loss',
  param: 'smooth_l1_loss_param',
  arity: { bottoms: { min: 2, max: 4 }, tops: oneTop },
  bothWeights: true,
  divisor: 'items',
});
/** The Caffe of Fast R-CNN, before Faster R-CNN added sigma and a second kind of weights (branch fast-rcnn). */
const beforeFasterRcnn: Alternative = {
  layers: [smoothL1({ type: 'SmoothL1Loss', arity: { bottoms: twoOrThree, tops: oneTop }, divisor: 'items' })],
  lacks: ['LayerParameter.smooth_l1_loss_param'],
};
const smoothL1Ohem = smoothL1({
  type: 'SmoothL1LossOHEM',
  param: 'smooth_l1_loss_param',
  arity: { bottoms: twoOrThree, tops: oneOrTwoTops },
  divisor: 'loss_param',
});

const ssdLayers: readonly LayerRule[] = [
  variants.dataWithReader,
  infogainLossOfProbabilities,
  annotatedData,
  detectionEvaluate,
  detectionOutput,
  multiBoxLoss,
  normalize,
  permute,
  priorBox,
  smoothL1({ type: 'SmoothL1Loss', arity: { bottoms: two, tops: oneTop }, divisor: 'items' }),
];
/** It has an early version of SSD, without some fields of the boxes. */
const textBoxes: Alternative = {
  layers: [priorBoxDoubled],
  lacks: ['img_size', 'img_h', 'img_w', 'step', 'step_h', 'step_w', 'offset'].map(
    (name) => `PriorBoxParameter.${name}`,
  ),
};
const withOtherBoxes: readonly Alternative[] = [{ layers: [priorBoxDense] }, textBoxes];
const rfcn: ForkRules = {
  layers: [
    ...lossesByNum,
    byNum(variants.softmaxWithLossOfInstances),
    variants.accuracyOfManyTops,
    variants.dataWithReader,
    variants.unmaskedBatchNorm,
    infogainLossOfProbabilities,
    roiPooling,
    psroiPooling,
    boxAnnotatorOhem,
    smoothL1({
      type: 'SmoothL1Loss',
      param: 'smooth_l1_loss_param',
      arity: { bottoms: twoOrThree, tops: oneOrTwoTops },
      divisor: 'loss_param',
    }),
    smoothL1Ohem,
    softmaxWithLossOhem,
  ],
  fillers: legacyFillers,
};
const segnetLayers: readonly LayerRule[] = [
  variants.dataWithoutSeed,
  infogainLossOfProbabilities,
  bnSegnet,
  denseImageData,
  upsample,
];
const deeplab: readonly LayerRule[] = [
  adaptiveBiasChannel,
  biasChannel,
  domainTransform('DomainTransform'),
  domainTransform('DomainTransformForwardOnly'),
  imageSegData,
  interp,
  segAccuracy,
  spatialProduct,
  uniqueLabel,
];

export const forkRules: Readonly<Record<string, ForkRules>> = {
  ssd: {
    layers: ssdLayers,
    fillers: legacyFillers,
    solver: earlierSolver(plateau),
    alternatives: withOtherBoxes,
  },
  refinedet: {
    layers: [...ssdLayers, detectionOutputRefined, multiBoxLossRefined],
    fillers: legacyFillers,
    solver: earlierSolver(plateau),
  },
  'fast-rcnn': {
    layers: [
      ...lossesByNum,
      ...variants.severalParts,
      ...variants.inPlaceAllowed,
      variants.accuracyOfOneTop,
      variants.dataWithReader,
      variants.unmaskedBatchNorm,
      infogainLossOfProbabilities,
      roiPooling,
      smoothL1Rcnn,
    ],
    each: withoutEmptyAxes,
    fillers: legacyFillers,
    alternatives: [beforeFasterRcnn],
  },
  rfcn: rfcn,
  microsoft: { ...rfcn, layers: [...(rfcn.layers ?? []), ...lossesByNum, smoothL1Rcnn] },
  segnet: {
    layers: [
      ...segnetLayers,
      ...lossesByNum,
      byNum(variants.weighedSoftmaxWithLoss),
      variants.accuracyOfManyTops,
      ...variants.severalParts,
      ...variants.inPlaceAllowed,
      variants.planarConvolution,
      variants.planarDeconvolution,
    ],
    each: withoutEmptyAxes,
    fillers: legacyFillers.filter(({ type }) => type !== 'bilinear'),
  },
  'segnet-cudnn5': {
    layers: [...segnetLayers, variants.weighedSoftmaxWithLoss, pythonWithSpatialDropout],
    fillers: legacyFillers,
  },
  'deeplab-v2': { layers: [infogainLossOfProbabilities, ...deeplab], fillers: legacyFillers },
  pspnet: {
    layers: [
      ...lossesByNum,
      variants.accuracyOfManyTops,
      variants.dataWithReader,
      variants.batchNormPspnet,
      infogainLossOfProbabilities,
      ...deeplab,
      bnMoving('BN', { axes: 4, variance: '1 if frozen' }),
    ],
    each: withoutEmptyAxes,
    fillers: legacyFillers,
  },
  tsn: {
    layers: [
      ...lossesByNum,
      ...variants.severalParts,
      ...variants.inPlaceAllowed,
      variants.dataWithoutSeed,
      infogainLossOfProbabilities,
      variants.accuracyOfOneTop,
      variants.argMaxOfFourAxes,
      variants.planarConvolution,
      variants.planarDeconvolution,
      bnMoving('BN', { axes: 2, variance: '1 if frozen' }),
      bnMoving('SyncBN', { axes: 2, variance: '1 if frozen' }),
      batchReduction,
      // Its net.cpp, Init, has an exception for this type.
      { ...sameShapes('Gather', 'Collects the batches of all processes.'), gradientByBottom: true },
      sameShapes('Scatter', 'Gives each process its part of the batch.'),
      roiPooling,
      smoothL1({ type: 'SmoothL1Loss', arity: { bottoms: twoOrThree, tops: oneTop }, divisor: 'items' }),
      normalizeItems,
    ],
    each: withoutEmptyAxes,
    fillers: legacyFillers,
    solver: earlierSolver(exp10),
  },
  intel: {
    layers: [
      ...ssdLayers.filter(({ type }) => !['SmoothL1Loss', 'Data', 'InfogainLoss'].includes(type)),
      ...intelLayers,
      annotatedDataIntel,
      batchNormIntel,
      concatIntel,
      smoothL1Rcnn,
      axpy,
      boxAnnotatorOhem,
      evalDetection,
      psroiPooling,
      plainLoss('RegionLoss', "YOLO's loss.", 'region_loss_param', two),
      reorg,
      roiPoolingIntel,
      smoothL1Ohem,
      softmaxWithLossOhem,
      spatialDropout,
    ],
    fillers: [oldBilinear, xavierOfTwoAxes, msraScaled, gabor],
    solver: intelSolver,
    alternatives: [beforeFasterRcnn, { layers: [reorgWithDefault] }],
  },
  nvcaffe: {
    layers: [...lossesByNum, ...ssdLayers, ...variants.nvidia, batchNormNvidia, axpy, detectNetTransformation, l1Loss],
    fillers: [...legacyFillers, floorBilinear],
    solver: nvidiaSolver,
  },
  rtpose: {
    layers: [
      ...lossesByNum,
      variants.accuracyOfManyTops,
      variants.unmaskedBatchNorm,
      infogainLossOfProbabilities,
      imResize,
      maximum,
      nms,
    ],
    fillers: legacyFillers,
  },
  flownet2: {
    layers: [
      variants.eltwiseOfOne,
      ...lossesByNum,
      variants.accuracyOfManyTops,
      variants.unmaskedBatchNorm,
      infogainLossOfProbabilities,
    ],
    fillers: legacyFillers,
  },
  lsuv: {
    layers: [...lossesByNum, ...variants.inPlaceAllowed, infogainLossOfProbabilities],
    each: withoutEmptyAxes,
    fillers: legacyFillers,
  },
  senet: { layers: [axpy] },
  soeaver: {
    layers: [
      convolutionDepthwise,
      interpToBlob,
      selu,
      sameShape('SeLuDropout', 'Dropout that keeps the mean and variance of SeLu.', 'selu_dropout_param'),
    ],
  },
  mobile: {
    layers: [
      depthwiseConvolution,
      convolutionDepthwise,
      shuffleChannel,
      relu6,
      roiAlign,
      { ...sameShape('Reverse', 'Reverses axes.', 'reverse_param'), window: moved },
    ],
  },
  'caffe-face': {
    layers: [variants.accuracyOfManyTops, centerLoss, infogainLossOfProbabilities],
    fillers: legacyFillers,
  },
  happynear: {
    layers: [
      bnMoving('BN', { axes: 2, variance: 'always 1' }),
      variants.contrastiveLossOfFour,
      variants.imageDataWithWeights,
      variants.innerProductWithWeights,
      variants.withWeights(euclideanLoss),
      variants.withWeights(softmaxWithLoss),
      axpy,
      centerLoss,
      channelScale,
      { ...sameShape('Flip', 'Mirrors the feature maps.', 'flip_param'), window: moved },
      metric.focalLoss,
      sameShape('Insanity', 'Leaky ReLU with a random slope.', 'insanity_param'),
      metric.labelSpecificAdd,
      largeMarginInnerProduct,
      local,
      metric.marginInnerProduct,
      normalizePositions,
      permute,
      psroiPooling,
      resize,
      roiPooling,
      metric.tripletLoss,
      sameShape('Truncation', 'Limits the values to a range.', 'truncation_param'),
      smoothL1({ type: 'SmoothL1Loss', param: 'smoothl1_param', arity: { bottoms: twoOrThree, tops: oneTop } }),
    ],
    fillers: [
      ...legacyFillers.filter(({ type }) => type !== 'msra'),
      legacy(msraAlpha),
      legacy(identity),
      legacy(gaussianUnitball),
    ],
  },
  deepdetect: {
    layers: [
      ...ssdLayers.filter(({ type }) => type !== 'SmoothL1Loss'),
      ...deepDetect,
      axpy,
      convolutionDepthwise,
      roiPooling,
      shuffleChannel,
      smoothL1Rcnn,
      upsample,
    ],
    each: withoutFirstDimensions,
    solver: deepDetectSolver,
  },
  hisilicon: { layers: [custom], documented: true },
  jaanet: { layers: jaanet },
  enet: {
    layers: [...segnetLayers, variants.weighedSoftmaxWithLoss, pythonWithSpatialDropout],
    documented: true,
  },
  'openpose-train': { solver: bvlcSolver },
  'ceil-mode': { layers: [poolingCeilMode] },
};
