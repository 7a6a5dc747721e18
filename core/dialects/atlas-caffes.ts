/**
 * Public Caffes whose layers are modelled, without a proto in `schemas/forks`: their names, types and defaults are in
 * the atlas. A file can name them, and with `auto` they are chosen by the names that only they have.
 */
import { annotatedDataYolo } from '../layers/forks/annotated-data';
import { axpy } from '../layers/forks/axpy';
import { batchNormNvidia } from '../layers/forks/batch-norm';
import { cambricon } from '../layers/forks/cambricon';
import { convolution3d, deconvolution3d, pooling3d } from '../layers/forks/convolution-3d';
import * as ctc from '../layers/forks/ctc';
import { convolutionDepthwise } from '../layers/forks/depthwise-convolution';
import { deformableConvolution } from '../layers/forks/deformable-convolution';
import { detectNetTransformation } from '../layers/forks/detectnet';
import { detectionOutput } from '../layers/forks/detection-output';
import { autoCrop, imageLabelmapData } from '../layers/forks/hed';
import { interp } from '../layers/forks/interp';
import { jacinto } from '../layers/forks/jacinto';
import { l1Loss } from '../layers/forks/l1-loss';
import { local } from '../layers/forks/local';
import { lstmInBatches, lstmInSteps } from '../layers/forks/lstm-plain';
import * as metric from '../layers/forks/metric-learning';
import * as mscnn from '../layers/forks/mscnn';
import { ndConvolution, ndPooling } from '../layers/forks/nd-convolution';
import { normalize } from '../layers/forks/normalize';
import { permute } from '../layers/forks/permute';
import { poolingDarknet } from '../layers/forks/pooling';
import { priorBox } from '../layers/forks/prior-box';
import { psroiPooling } from '../layers/forks/psroi-pooling';
import { reorg } from '../layers/forks/reorg';
import { reverseAxis, reverseTime } from '../layers/forks/reverse';
import { ristretto } from '../layers/forks/ristretto';
import { roiAlignGrid, roiPoolingPadded } from '../layers/forks/roi-pooling';
import { shuffleChannel } from '../layers/forks/shuffle-channel';
import { sophgo } from '../layers/forks/sophgo';
import { spatialTransformer } from '../layers/forks/spatial-transformer';
import { transpose } from '../layers/forks/transpose';
import { upsample } from '../layers/forks/upsample';
import { upsampleByStride, upsampleNearest } from '../layers/forks/upsample-nearest';
import { inPlaceAllowed } from '../layers/forks/variants';
import { videoData } from '../layers/forks/video-data';
import { deephiResize, fixedNeuron, gsTiling } from '../layers/forks/vitis';
import * as yolo from '../layers/forks/yolo';
import type { LayerRule, SolverRules } from '../net/rules';
import { c3dSolver } from '../policies/forks/c3d';
import type { Alternative } from './dialect';

/** Repositories of the atlas that have the same layers. */
export interface AtlasLayers {
  /** `owner/name`; the first is the one whose sources the rules follow where they differ. */
  readonly repositories: readonly string[];
  readonly layers: readonly LayerRule[];
  readonly solver?: SolverRules;
  /** They count where the Caffe is a guess. */
  readonly alternatives?: readonly Alternative[];
  /** Names that change no shape: `Message.field`, or a message with all its fields. */
  readonly neutral?: readonly string[];
}

/** One that a user may know by its name. */
export interface AtlasCaffe extends AtlasLayers {
  /** The name in `--schema` and in settings. */
  readonly id: string;
  /** The name to display. */
  readonly label: string;
  /** Its proto is not known for certain: names that it lacks are no errors, even if the user selects it. */
  readonly documented?: true;
}

const detectionByParts: readonly LayerRule[] = [
  mscnn.decodeBBox,
  mscnn.proposalTarget,
  mscnn.bboxAccuracy,
  roiAlignGrid,
  roiPoolingPadded,
];

/** SSD's layers for detection, and others that many chip makers' Caffes have unchanged. */
const detectionLayers: readonly LayerRule[] = [detectionOutput, interp, normalize, permute, priorBox, reorg];

/** Converters from Darknet come with a Caffe that pools as Darknet does, and has the same Upsample. */
const darknet: Alternative = { layers: [poolingDarknet], lacks: ['PoolingParameter.round_mode'] };

const vitisLayers: readonly LayerRule[] = [deephiResize, fixedNeuron, gsTiling];

export const atlasCaffes: readonly AtlasCaffe[] = [
  {
    id: 'yolo',
    label: 'YOLO ports',
    repositories: ['eric612/MobileNet-YOLO', 'eric612/Caffe-YOLOv3-Windows'],
    layers: [annotatedDataYolo, upsampleNearest, ...yolo.layers],
    alternatives: [darknet],
  },
  {
    id: 'mscnn',
    label: 'MS-CNN',
    repositories: ['zhaoweicai/mscnn'],
    layers: [...detectionByParts, mscnn.boxOutput, mscnn.detectionAccuracy, mscnn.detectionLoss, mscnn.imageGtData],
  },
  {
    id: 'cascade-rcnn',
    label: 'Cascade R-CNN',
    repositories: ['zhaoweicai/cascade-rcnn'],
    layers: [
      ...detectionByParts,
      mscnn.boxGroupOutput,
      mscnn.detectionData,
      mscnn.detectionGroupAccuracy,
      mscnn.detectionGroupLoss,
      mscnn.evalData,
      mscnn.frcnnOutput,
      mscnn.hardMining,
      mscnn.scaleRoute,
    ],
  },
  {
    id: 'crnn',
    label: 'CRNN',
    repositories: ['yalecyu/crnn.caffe', 'LPAIS/DenseNet-CTC'],
    layers: [ctc.continuationIndicator, ctc.ctcLoss, ctc.labelSequenceAccuracy],
  },
  {
    id: 'caffe-lstm',
    label: 'caffe-lstm',
    repositories: ['junhyukoh/caffe-lstm'],
    layers: [lstmInBatches],
  },
  {
    id: 'ctpn',
    label: 'CTPN',
    repositories: ['tianzhi0549/CTPN', 'tonghe90/textspotter'],
    layers: [
      lstmInSteps,
      reverseAxis('Reverse', 'reverse_param'),
      reverseAxis('ReverseAxis', 'reverse_axis_param'),
      transpose,
    ],
  },
  {
    id: 'caffe-ocr',
    label: 'caffe_ocr',
    repositories: ['senlinuc/caffe_ocr'],
    layers: [ctc.warpCtcLoss, lstmInSteps, reverseAxis('Reverse', 'reverse_param'), reverseTime, transpose],
  },
  {
    id: 'c3d',
    label: 'C3D',
    repositories: ['facebookarchive/C3D'],
    layers: [convolution3d, deconvolution3d, metric.l2Normalize, pooling3d, videoData],
    solver: c3dSolver,
  },
  {
    id: 'video-caffe',
    label: 'video-caffe',
    repositories: ['chuckcho/video-caffe'],
    layers: [ndConvolution, ndPooling, videoData],
  },
  {
    id: 'sphereface',
    label: 'SphereFace',
    repositories: ['wy1iu/sphereface'],
    layers: [metric.marginInnerProduct],
  },
  {
    id: 'seqface',
    label: 'SeqFace',
    repositories: ['huangyangyu/SeqFace'],
    layers: [metric.focalLossOfSigmoid, metric.marginInnerProduct, metric.tripletLossWeighted],
  },
  {
    id: 'frcnn',
    label: 'frcnn (makefile)',
    repositories: ['makefile/frcnn'],
    layers: [deformableConvolution, lstmInSteps, transpose, upsampleNearest],
    alternatives: [darknet],
  },
  {
    id: 'caffe-plus',
    label: 'caffeBVLCplus',
    repositories: ['matthieudelaro/caffeBVLCplus'],
    layers: [local, spatialTransformer],
  },
  {
    id: 'hed',
    label: 'HED and RCF',
    repositories: ['s9xie/hed', 'yun-liu/RCF'],
    // HED is older than the conditions on working in place, RCF is not.
    layers: [autoCrop, imageLabelmapData, ...inPlaceAllowed],
  },
  {
    id: 'jacinto',
    label: "TI's caffe-jacinto",
    repositories: ['tidsp/caffe-jacinto'],
    // It extends NVIDIA's.
    layers: [
      detectionOutput,
      normalize,
      permute,
      priorBox,
      axpy,
      batchNormNvidia,
      detectNetTransformation,
      l1Loss,
      ...jacinto,
    ],
    neutral: [
      'LayerParameter.quantization_param',
      'QuantizationParameter',
      'NetParameter.quantize',
      'NetParameter.net_quantization_param',
      'NetQuantizationParameter',
    ],
  },
  {
    id: 'ristretto',
    label: 'Ristretto',
    repositories: ['pmgysel/caffe'],
    layers: ristretto,
    neutral: ['LayerParameter.quantization_param', 'QuantizationParameter'],
  },
  {
    id: 'cambricon',
    label: 'Cambricon',
    repositories: ['Cambricon/caffe'],
    // Its branches define some fields otherwise.
    documented: true,
    layers: [...detectionLayers, axpy, convolution3d, convolutionDepthwise, pooling3d, psroiPooling, ...cambricon],
    neutral: [
      ...[
        'blobs_dtype',
        'bottom_mlu_dtype',
        'debug_dtype',
        'engine',
        'external_output',
        'showtop',
        'sparsity',
        'top_mlu_dtype',
      ].map((name) => `LayerParameter.${name}`),
      'BlobDataType',
      'ConvolutionParameter.mean_file',
      'ConvolutionParameter.mean_value',
      'ConvolutionParameter.std',
      'ConvolutionParameter.sparse_mode',
      'ConvolutionParameter.input_format',
    ],
  },
  {
    id: 'sophgo',
    label: 'Sophgo',
    repositories: ['sophgo/caffe'],
    layers: [
      ...detectionLayers,
      axpy,
      convolutionDepthwise,
      ctc.continuationIndicatorOfBottom,
      lstmInSteps,
      shuffleChannel,
      ...sophgo,
    ],
  },
  {
    id: 'ascend',
    label: 'Huawei Ascend',
    repositories: ['Ascend/parser'],
    documented: true,
    layers: [...detectionLayers, psroiPooling, shuffleChannel, spatialTransformer, upsampleByStride],
    neutral: ['LayerParameter.quant_param', 'QuantParameter'],
  },
  {
    id: 'vitis',
    label: 'Xilinx Vitis AI',
    repositories: ['Xilinx/Vitis-AI'],
    documented: true,
    layers: [...detectionLayers, ...vitisLayers],
    neutral: ['ParamSpec.compression'],
  },
  {
    id: 'synopsys',
    label: 'Synopsys EV',
    repositories: ['foss-for-synopsys-dwc-arc-processors/synopsys-caffe'],
    layers: [...detectionLayers, shuffleChannel, upsample],
  },
];

/** Layers that further repositories have copied. */
const copied: readonly AtlasLayers[] = [
  { repositories: ['Yuliang-Liu/Curve-Text-Detector'], layers: [spatialTransformer] },
  { repositories: ['unsky/FPN'], layers: [deformableConvolution] },
];

/** All layers that are modelled. */
export const atlasLayers: readonly AtlasLayers[] = [...atlasCaffes, ...copied];
