import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { explainLog, offsetOf, type Explanation } from '#core/log/explain';

const net = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  convolution_param { num_output: 4 kernel_size: 3 }
}
layer { name: "hdf5" type: "HDF5Data" top: "h" hdf5_data_param { source: "data/train.txt" batch_size: 1 } }
layer { name: "mine" type: "Mine" bottom: "conv1" top: "mine" }
`;

/** The first explanation's code, and the text that it refers to. */
function explained(text: string, log: string): readonly [string, string | undefined] {
  const [first] = explainLog(analyze(text, { dialect: bvlc }), log);
  const { name, span } = named(first);
  return [name, span && text.slice(span.start, span.end)];
}

function named(explanation: Explanation | undefined): {
  readonly name: string;
  readonly span: { readonly start: number; readonly end: number } | undefined;
} {
  if (explanation?.kind === 'problem') return { name: explanation.problem.code, span: explanation.problem.span };
  return { name: explanation?.sentence ?? '', span: explanation?.span };
}

test.each([
  [
    "libprotobuf's position",
    net,
    '[libprotobuf ERROR google/protobuf/text_format.cc:245] Error parsing text-format caffe.NetParameter: 7:23: Message type "x" has no field named "y".',
    ['parse', 'num_output'],
  ],
  [
    'an unknown name, for which libprotobuf reports the next token',
    net.replace('num_output', 'num_outptu'),
    'Error parsing text-format caffe.NetParameter: 7:33: Message type "caffe.ConvolutionParameter" has no field named "num_outptu".',
    ['schema/unknown-field', 'num_outptu'],
  ],
  [
    'a bottom',
    net,
    "F1124 21:40:17.12 99 insert_splits.cpp:35] Unknown bottom blob 'conv1' (layer 'mine', bottom index 0)",
    ['bottom', 'conv1'],
  ],
  [
    'a type',
    net,
    'F1124 21:40:17.123456    99 layer_factory.hpp:81] Check failed: registry.count(type) == 1 (0 vs. 1) Unknown layer type: Mine (known types: AbsVal)',
    ['net/unknown-layer-type', 'Mine'],
  ],
  [
    'a condition, by the layer that was set up',
    net,
    'I1124 21:40:17.12 99 net.cpp:84] Creating Layer conv1\nF1124 21:40:17.13 99 base_conv_layer.cpp:15] Check failed: a == b (1 vs. 2) ',
    ['check', 'conv1'],
  ],
  [
    'a known condition',
    net.replace('kernel_size: 3', 'kernel_size: 3 group: 2'),
    'net.cpp:84] Creating Layer conv1\nbase_conv_layer.cpp:120] Check failed: channels_ % group_ == 0 (1 vs. 0) ',
    ['layer/group-channels', '2'],
  ],
  [
    'a file',
    net,
    'F1124 21:40:17.12 99 hdf5_data_layer.cpp:76] Failed to open source file: /home/me/data/train.txt',
    ['not-here', undefined],
  ],
  [
    'a file that is named',
    net,
    'F1124 21:40:17.12 99 hdf5.cpp:1] Failed to open /home/me/data/train.txt',
    ['file', '"data/train.txt"'],
  ],
  [
    'a layer',
    net,
    "F1124 21:40:17.12 99 net.cpp:757] Cannot copy param 0 weights from layer 'conv1'; shape mismatch.",
    ['layer', 'conv1'],
  ],
  [
    'a log joined to one line, as an input box does',
    net,
    'I1124 21:40:17.12 99 net.cpp:84] Creating Layer conv1 F1124 21:40:17.13 99 base_conv_layer.cpp:15] Check failed: a == b',
    ['check', 'conv1'],
  ],
  [
    'something that is not in this file',
    net,
    "Unknown bottom blob 'x' (layer 'y', bottom index 0)",
    ['not-here', undefined],
  ],
  [
    "Python's position, in characters",
    net,
    'google.protobuf.text_format.ParseError: 7:23 : Message type "x" has no field named "num_output".',
    ['parse', 'num_output'],
  ],
  [
    'a field without its position',
    net,
    'RuntimeError: message type "caffe.LayerParameter" has no field named "hdf5_data_param"',
    ['field', 'hdf5_data_param'],
  ],
  [
    'a number of blobs',
    net,
    'F0730 02:34:28.376567 17009 net.cpp:699] Check failed: target_blobs.size() == source_layer->blobs().size() (2 vs. 1) Incompatible number of blobs for layer conv1',
    ['blobs', 'conv1'],
  ],
  [
    "BatchNorm's number of blobs",
    net.replace('"Mine"', '"BatchNorm"'),
    'net.cpp:699] Check failed: a == b (3 vs. 5) Incompatible number of blobs for layer mine',
    ['blobs-of-batch-norm', 'mine'],
  ],
  [
    'a number of bottoms, by the type alone',
    net,
    'layer.hpp:385] Check failed: ExactNumBottomBlobs() == bottom.size() (1 vs. 2) Convolution Layer takes 1 bottom blob(s) as input.',
    ['check', 'conv1'],
  ],
  [
    "DeepDetect's form",
    net,
    'INFO - 17:05:57 - Creating Layer conv1\nERROR - 17:05:57 - {"dd_msg":"src/caffe/blob.cpp:32 / Check failed (custom): (shape[i]) >= (0)"}',
    ['check', 'conv1'],
  ],
  [
    'a condition, by its source file',
    net,
    'F1124 21:40:17.13 99 hdf5_data_layer.cpp:15] Check failed: a == b (1 vs. 2) ',
    ['check', 'hdf5'],
  ],
  [
    "OpenCV's form",
    net.replace('"Mine"', '"ReLU"'),
    `error: (-2:Unspecified error) Can't create layer "mine" of type "ReLU" in function 'getLayerInstance'`,
    ['type', 'ReLU'],
  ],
  ["TPU-MLIR's form", net, 'RuntimeError: Convolution Op not support now', ['type', 'Convolution']],
  [
    "ATC's form",
    net,
    'E11009: No Caffe parser is registered for Op [conv1] with optype [Convolution].',
    ['E11009', 'conv1'],
  ],
  ["ATC's form about nothing in this file", net, 'E11021: Model file contains layers.', ['E11021', undefined]],
  [
    'a database',
    net,
    'net.cpp:84] Creating Layer hdf5\ndb_lmdb.hpp:15] Check failed: mdb_status == 0 (2 vs. 0) No such file or directory',
    ['database', '"data/train.txt"'],
  ],
  [
    'a snapshot',
    'snapshot_prefix: "models/a"',
    'io.cpp:69] Check failed: proto.SerializeToOstream(&output)',
    ['write', '"models/a"'],
  ],
  [
    'memory',
    net,
    'syncedmem.cpp:56] Check failed: error == cudaSuccess (2 vs. 0)  out of memory',
    ['memory-of-net', '1'],
  ],
  [
    'a loss that diverged',
    net.replace('"Mine" bottom: "conv1"', '"SoftmaxWithLoss" bottom: "conv1" bottom: "h"'),
    'solver.cpp:239] Iteration 40, loss = 87.3365',
    ['underflow', 'mine'],
  ],
  [
    'a loss of nan',
    'base_lr: 0.1',
    'I0101 10:10:10.101010 1 solver.cpp:258]     Train net output #0: loss = nan (* 1 = nan loss)',
    ['nan', '0.1'],
  ],
  ['a layer in an unknown message', net, "ERROR: can't convert node 'conv1'!", ['layer', 'conv1']],
  ['no known message', net.replace('"Mine"', '"TanH"'), 'Segmentation fault', ['nothing', undefined]],
  ['no known message in a file with an error', net, 'Segmentation fault', ['nothing-but-errors', 'Mine']],
] as const)('%s', (_, text, log, expected) => {
  expect(explained(text, log)).toEqual(expected);
});

const setUp = (shape: string): string => `I1124 21:40:17.12 99 net.cpp:122] Setting up data
I1124 21:40:17.12 99 net.cpp:129] Top shape: 1 3 8 8 (192)
I1124 21:40:17.12 99 net.cpp:122] Setting up conv1
I1124 21:40:17.12 99 net.cpp:129] Top shape: ${shape}
`;

test('compares shapes with those of the analysis', () => {
  expect(explained(net, setUp('1 4 6 6 (144)'))).toEqual(['shapes-agree', 'conv1']);
  expect(explained(net, setUp('1 4 5 5 (100)'))).toEqual(['shape-differs', 'conv1']);
  expect(explained('', setUp('1 4 5 5 (100)'))).toEqual(['no-layer', undefined]);
});

test('counts columns in bytes, with tabs up to the next multiple of eight', () => {
  expect(offsetOf('a\n\tb: 1', 2, 9)).toBe(3);
  expect(offsetOf('a: "é" b', 1, 9)).toBe(7);
  expect(offsetOf('a', 9, 9)).toBe(1);
});

const repeated = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

test('the last of thousands of messages comes first', () => {
  const log = `${repeated(5000, (i) => `Check failed: ${i}`)}\nF1 net.cpp:1] Unknown bottom blob 'conv1' (layer 'mine', bottom index 0)`;
  expect(explained(net, log)).toEqual(['bottom', 'conv1']);
});
