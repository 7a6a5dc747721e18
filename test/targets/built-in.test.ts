/** Rules of the built-in targets, each by a layer that breaks it and one that does not. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { applyChanges } from '#core/edit/change';
import { fixesOf } from '#core/edit/fixes/index';
import { chooseDialect } from '#core/dialects/choose-dialect';

const data = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 64 dim: 64 } } }\n';

function layer(type: string, rest = ''): string {
  return `${data}layer { name: "x" type: "${type}" bottom: "d" top: "x" ${rest} }\n`;
}

/** `code text` of each problem of the target. */
function found(target: string, text: string): readonly string[] {
  return analyze(text, { dialect: chooseDialect, targets: [target] })
    .problems.filter(({ code }) => code.startsWith('target/'))
    .map(({ code, span }) => `${code.slice('target/'.length)} ${text.slice(span.start, span.end)}`);
}

const conv = (fields: string): string => layer('Convolution', `convolution_param { num_output: 2 ${fields} }`);
const pool = (fields: string): string => layer('Pooling', `pooling_param { ${fields} }`);
const detection = (nms: string): string =>
  layer(
    'DetectionOutput',
    `detection_output_param { num_classes: 2 nms_param { ${nms} } code_type: CENTER_SIZE }`,
  ).replace('bottom: "d" top', 'bottom: "d" bottom: "d" bottom: "d" top');
const crop = (fields: string, axis: number): string =>
  layer('Crop', `crop_param { axis: ${axis} ${fields} }`).replace('bottom: "d" top', 'bottom: "d" bottom: "d" top');

test.each<[target: string, text: string, problems: readonly string[]]>([
  ['ncnn', conv('kernel_size: 3 pad: 1'), []],
  ['ncnn', conv('kernel_size: 3 pad_h: 1'), ['lost-field pad_h']],
  ['ncnn', conv('kernel_size: 3 kernel_size: 1'), ['limit 1']],
  ['ncnn', conv('kernel_size: 3 stride: 1 stride: 2'), ['lost-field stride']],
  ['ncnn', pool('pool: STOCHASTIC kernel_size: 2'), ['limit STOCHASTIC']],
  ['ncnn', layer('Concat', 'concat_param { axis: -1 }'), ['limit -1']],
  ['ncnn', layer('ArgMax'), ['unsupported-layer ArgMax']],
  ['ncnn', layer('BatchNorm', 'batch_norm_param { use_global_stats: false }'), ['lost-field use_global_stats']],
  ['ncnn', layer('BatchNorm', 'batch_norm_param { use_global_stats: true }'), []],
  ['ncnn', layer('Bias'), ['unsupported-layer Bias']],
  ['ncnn', layer('Python', 'python_param { module: "rpn" layer: "ProposalLayer" }'), []],
  ['ncnn', layer('Python', 'python_param { module: "rpn" layer: "Mine" }'), ['limit "Mine"']],
  ['ncnn', layer('Reshape', 'reshape_param { shape { dim: 0 dim: -1 } }'), []],
  ['ncnn', layer('Reshape', 'reshape_param { shape { dim: -1 dim: 64 } }'), ['limit { dim: -1 dim: 64 }']],
  ['ncnn', crop('offset: 1 offset: 1 offset: 1 offset: 1', 0), ['lost-field axis', 'lost-field offset']],
  ['ncnn', crop('offset: 1 offset: 1 offset: 1', 1), []],
  ['ncnn', detection('eta: 0.9'), ['limit { eta: 0.9 }']],
  ['ncnn', detection('top_k: 400'), []],
  ['opencv', pool('kernel_size: 2 round_mode: FLOOR'), ['limit round_mode']],
  ['opencv', pool('kernel_h: 2 kernel_w: 2 stride_h: 2 stride_w: 2 round_mode: FLOOR'), []],
  ['opencv', pool('global_pooling: true'), ['limit Pooling']],
  ['opencv', pool('pool: AVE global_pooling: true'), []],
  ['opencv', conv('kernel_size: 3 engine: MKL2017'), ['limit MKL2017']],
  ['opencv', layer('ReLU', 'mat_read_param { prefix: "a" }'), ['limit mat_read_param']],
  ['opencv', layer('ReLU', 'relu_param { note: "a" }'), ['limit note']],
  ['opencv', layer('ReLU', 'relu_param { note: 1 other { a: 2 } }'), []],
  ['opencv', layer('ReLU', 'param { note: "a" }'), []],
  ['opencv', layer('LSTM', 'recurrent_param { num_output: 2 }'), ['unsupported-layer LSTM']],
  ['opencv', layer('Permute', 'permute_param { order: 0 order: 2 order: 3 order: 1 }'), []],
  ['opencv', layer('Tile', 'tile_param { tiles: 2 }'), ['unsupported-layer Tile']],
  ['opencv', pool('kernel_size: 2'), []],
  ['mnn', conv('kernel_size: 3 kernel_size: 1'), ['limit 1']],
  ['mnn', conv('kernel_h: 3 kernel_w: 1'), []],
  ['mnn', layer('Reduction', 'reduction_param { operation: MEAN coeff: 2 }'), ['lost-field coeff']],
  ['mnn', layer('Flatten', 'flatten_param { axis: 2 }'), []],
  ['mnn', layer('Flatten', 'flatten_param { axis: -2 }'), ['limit -2']],
  ['mnn', layer('Flatten', 'flatten_param { end_axis: 2 }'), ['limit 2']],
  ['mnn', layer('Clip', 'clip_param { min: 0 max: 1 }'), ['unsupported-layer Clip']],
  ['mnn', layer('Interp', 'interp_param { zoom_factor: 2 }'), ['limit 2']],
  ['mnn', layer('Python', 'python_param { module: "rpn" layer: "Mine" }'), ['limit "Mine"']],
  ['mnn', layer('RNN'), ['unsupported-layer RNN']],
  ['mnn', layer('LRN', 'lrn_param { k: 2 }'), ['lost-field k']],
  ['rknn', layer('Exp'), ['unsupported-layer Exp']],
  ['rknn', layer('Softmax', 'softmax_param { axis: 2 }'), []],
  ['rknn', layer('Softmax').replace('dim: 1 dim: 4', 'dim: 2 dim: 4'), ['limit Softmax']],
  ['tpu-mlir', layer('Interp', 'interp_param { height: 8 width: 8 }'), []],
  ['tpu-mlir', layer('Interp', 'interp_param { height: 1 width: 8 }'), ['limit Interp']],
  ['tpu-mlir', layer('PReLU', 'prelu_param { channel_shared: true }'), ['limit true']],
  ['tpu-mlir', pool('kernel_size: 64 pad: 1'), ['limit 64']],
  ['tpu-mlir', pool('kernel_size: 64'), []],
  ['tpu-mlir', layer('Power'), ['unsupported-layer Power']],
  ['tpu-mlir', layer('Reduction', 'reduction_param { operation: SUM axis: 3 }'), ['limit SUM']],
  ['tpu-mlir', layer('Reduction', 'reduction_param { operation: MEAN axis: -1 }'), []],
  ['tpu-mlir', layer('LRN', 'lrn_param { k: 2 norm_region: WITHIN_CHANNEL }'), ['lost-field norm_region']],
  ['ascend310', pool('pool: AVE kernel_size: 40 stride: 20'), ['limit 40']],
  ['ascend310', pool('pool: MAX kernel_size: 40 stride: 20'), []],
  ['ascend310', layer('ReLU').replace('"x" type', '"x y" type'), ['limit ReLU']],
  ['ascend310', layer('Silence'), ['unsupported-layer Silence']],
  ['x2paddle', layer('InnerProduct', 'inner_product_param { num_output: 2 bias_term: false }'), ['limit false']],
  ['x2paddle', layer('LRN', 'lrn_param { local_size: 3 norm_region: WITHIN_CHANNEL }'), ['lost-field norm_region']],
  ['x2paddle', layer('Tile', 'tile_param { tiles: 2 }'), ['unsupported-layer Tile']],
  ['tensorrt8', layer('Softmax', 'softmax_param { axis: -1 }'), ['limit -1']],
  ['tensorrt8', layer('Softmax'), []],
  ['tensorrt8', layer('LRN', 'lrn_param { local_size: 3 beta: 0.75 }'), []],
  ['tensorrt8', layer('LRN', 'lrn_param { local_size: 3 }'), ['limit LRN']],
  ['tensorrt8', layer('Flatten', 'flatten_param { axis: 2 }'), ['lost-field axis']],
  ['tensorrt8', layer('Scale', 'scale_param { axis: 2 bias_term: true }'), ['lost-field axis']],
  ['tensorrt8', layer('Reshape', 'reshape_param { shape { dim: 0 dim: -1 } }'), []],
  ['tensorrt8', layer('Reshape', 'reshape_param { shape { dim: 1 dim: -1 } }'), ['limit { dim: 1 dim: -1 }']],
  ['tensorrt8', layer('Permute', 'permute_param { order: 0 order: 3 }'), []],
  ['tensorrt8', layer('Permute', 'permute_param { order: 0 order: 2 }'), ['limit 2']],
  ['tensorrt8', pool('kernel_size: 2 round_mode: FLOOR'), ['limit round_mode']],
  ['tensorrt8', crop('offset: 1', 1), ['limit 1']],
  [
    'tensorrt8',
    layer('Eltwise').replace('bottom: "d" top', 'bottom: "d" bottom: "d" bottom: "d" top'),
    ['limit Eltwise'],
  ],
  ['mace', conv('kernel_size: 3 kernel_size: 3'), ['limit 3']],
  ['mace', conv('kernel_size: 3 group: 2'), ['limit 2']],
  ['mace', layer('Softmax', 'softmax_param { axis: 2 }'), ['lost-field axis']],
  ['dpu', conv('kernel_size: 3 group: 2'), []],
  ['dpu', layer('Convolution', 'convolution_param { num_output: 4 kernel_size: 3 group: 2 }'), ['limit 2']],
  ['dpu', conv('kernel_size: 17'), ['limit 17']],
  ['dpu', conv('kernel_h: 17 kernel_w: 1'), ['limit 17']],
  ['dpu', pool('kernel_size: 2'), ['limit Pooling']],
  ['dpu', pool('kernel_size: 2 stride: 1'), []],
  ['dpu', pool('kernel_size: 2 stride: 1 round_mode: FLOOR'), ['limit round_mode']],
  ['dpu', layer('Eltwise', 'eltwise_param { operation: MAX }'), ['limit MAX']],
  ['dpu', layer('Power'), ['unsupported-layer Power']],
  ['dpu', layer('BatchNorm'), []],
  ['nnie', layer('Interp', 'interp_param { height: 8 width: 8 }'), ['rewrite Interp']],
  ['nnie', layer('Softmax'), []],
])('%s: %s', (target, text, problems) => expect(found(target, text)).toEqual(problems));

test('a training net is one problem, without the fields of its data layers', () => {
  const text = `layer { name: "d" type: "Data" top: "d" top: "l" include { phase: TRAIN } data_param { source: "x" batch_size: 1 } }
layer { name: "d" type: "AnnotatedData" top: "d" top: "l" include { phase: TEST } data_param { source: "x" batch_size: 1 } annotated_data_param { } }
layer { name: "p" type: "InnerProduct" bottom: "d" top: "p" inner_product_param { num_output: 2 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "p" bottom: "l" top: "loss" }\n`;
  expect(found('ncnn', text)).toEqual(['rewrite AnnotatedData']);
});

function fixed(target: string, text: string): string | undefined {
  const analysis = analyze(text, { dialect: chooseDialect, targets: [target] });
  const [fix] = analysis.problems
    .filter(({ code }) => code === 'target/rewrite')
    .flatMap((problem) => fixesOf(analysis, problem));
  return fix && applyChanges(text, fix.changes);
}

test("the fix writes a layer as the vendor's documents say", () => {
  const depthwise = layer('ConvolutionDepthwise', 'convolution_param { num_output: 4 kernel_size: 3 }');
  expect(fixed('ascend310', depthwise)).toBe(
    layer('Convolution', 'convolution_param { num_output: 4 kernel_size: 3 group: 4 }'),
  );
  const custom = layer('Interp', 'interp_param { height: 8 width: 9 }');
  expect(fixed('nnie', custom)).toBe(
    layer('Custom', 'interp_param { height: 8 width: 9 } custom_param { shape { dim: 1 dim: 4 dim: 8 dim: 9 } }'),
  );
});

test('a group is not added twice', () => {
  const grouped = (type: string, group: number): string =>
    layer(type, `convolution_param { num_output: 4 kernel_size: 3 group: ${group} }`);
  expect(fixed('ascend310', grouped('ConvolutionDepthwise', 4))).toBe(grouped('Convolution', 4));
  expect(fixed('ascend310', grouped('ConvolutionDepthwise', 2))).toBe(undefined);
});
