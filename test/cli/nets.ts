/** Small nets for the command line. */

/** For TEST and TRAIN; its weights are drawn by xavier. */
export const good = `name: "small"
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv"
  type: "Convolution"
  bottom: "data"
  top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } bias_filler { type: "constant" value: 0.1 } }
}
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
layer { name: "score" type: "InnerProduct" bottom: "conv" top: "score" inner_product_param { num_output: 10 weight_filler { type: "gaussian" std: 0.01 } } }
`;

/** Has two errors: a filler that rejects \`sparse\`, and a bottom that no layer produces. */
export const bad = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv"
  type: "Convolution"
  bottom: "data"
  top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" sparse: 3 } }
}
layer { name: "relu" type: "ReLU" bottom: "missing" top: "relu" }
`;

/** One layer for each phase, and one only in the stage \`deploy\`. */
export const phased = `layer { name: "train" type: "Input" top: "data" input_param { shape { dim: 64 dim: 3 } } include { phase: TRAIN } }
layer { name: "test" type: "Input" top: "data" input_param { shape { dim: 10 dim: 3 } } include { phase: TEST not_stage: "deploy" } }
layer { name: "deploy" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 } } include { phase: TEST stage: "deploy" } }
layer { name: "score" type: "InnerProduct" bottom: "data" top: "score" inner_product_param { num_output: 2 } }
`;

export const solver = `net: "small.prototxt"
base_lr: 0.01
lr_policy: "step"
gamma: 0.1
stepsize: 3
max_iter: 10
`;
