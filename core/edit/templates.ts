/** Templates for new files, in the snippet syntax of LSP: small, and without a problem as inserted. */

export type TemplateId = 'train' | 'deploy' | 'segmentation' | 'solver';

export interface Template {
  readonly id: TemplateId;
  readonly snippet: string;
}

const data = (phase: 'TRAIN' | 'TEST', source: string, batch: string): string => `layer {
  name: "data"
  type: "Data"
  top: "data"
  top: "label"
  include { phase: ${phase} }
  transform_param { scale: 0.00390625 }
  data_param { source: "${source}" batch_size: ${batch} backend: LMDB }
}
`;

const features = (first: number): string => `layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  convolution_param {
    num_output: \${${first}:32}
    kernel_size: 5
    weight_filler { type: "msra" }
  }
}
layer {
  name: "relu1"
  type: "ReLU"
  bottom: "conv1"
  top: "conv1"
}
layer {
  name: "pool1"
  type: "Pooling"
  bottom: "conv1"
  top: "pool1"
  pooling_param { pool: MAX kernel_size: 2 stride: 2 }
}
`;

const classes = (place: number): string => `layer {
  name: "fc2"
  type: "InnerProduct"
  bottom: "pool1"
  top: "fc2"
  inner_product_param {
    num_output: \${${place}:10}
    weight_filler { type: "xavier" }
  }
}
`;

const train = `name: "\${1:MyNet}"
${data('TRAIN', '${2:train_lmdb}', '${3:64}')}${data('TEST', '${4:val_lmdb}', '${5:100}')}# The shape of a record, channels x height x width:
# prototxt: datum \${6:1x28x28}
${features(7)}${classes(8)}layer {
  name: "accuracy"
  type: "Accuracy"
  bottom: "fc2"
  bottom: "label"
  top: "accuracy"
  include { phase: TEST }
}
layer {
  name: "loss"
  type: "SoftmaxWithLoss"
  bottom: "fc2"
  bottom: "label"
  top: "loss"
}
$0`;

const deploy = `name: "\${1:MyNet}"
layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: \${2:1} dim: \${3:28} dim: \${4:28} } }
}
${features(5)}${classes(6)}layer {
  name: "prob"
  type: "Softmax"
  bottom: "fc2"
  top: "prob"
}
$0`;

const segmentation = `name: "\${1:MyFCN}"
layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: \${2:3} dim: \${3:256} dim: \${4:256} } }
}
layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  convolution_param {
    num_output: \${5:32}
    kernel_size: 3
    pad: 1
    stride: 2
    weight_filler { type: "msra" }
  }
}
layer {
  name: "relu1"
  type: "ReLU"
  bottom: "conv1"
  top: "conv1"
}
layer {
  name: "score"
  type: "Convolution"
  bottom: "conv1"
  top: "score"
  convolution_param {
    num_output: \${6:21}
    kernel_size: 1
    weight_filler { type: "xavier" }
  }
}
# Enlarges the map of scores twice; the filter stays as it is filled.
layer {
  name: "upscore"
  type: "Deconvolution"
  bottom: "score"
  top: "upscore"
  param { lr_mult: 0 }
  convolution_param {
    num_output: \${6:21}
    group: \${6:21}
    kernel_size: 4
    stride: 2
    pad: 1
    bias_term: false
    weight_filler { type: "bilinear" }
  }
}
layer {
  name: "prob"
  type: "Softmax"
  bottom: "upscore"
  top: "prob"
}
$0`;

const solver = `net: "\${1:train_val.prototxt}"
# Batches of each test, and iterations between two tests:
test_iter: \${2:100}
test_interval: \${3:500}
base_lr: \${4:0.01}
lr_policy: "step"
gamma: 0.1
stepsize: \${5:5000}
max_iter: \${6:20000}
momentum: 0.9
weight_decay: 0.0005
display: 100
snapshot: \${7:5000}
snapshot_prefix: "\${8:snapshot}"
solver_mode: \${9|GPU,CPU|}
$0`;

export const templates: readonly Template[] = [
  { id: 'train', snippet: train },
  { id: 'deploy', snippet: deploy },
  { id: 'segmentation', snippet: segmentation },
  { id: 'solver', snippet: solver },
];
