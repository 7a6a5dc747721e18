/** Small nets, for tests that try every position of a text. */
export const smallNets: readonly string[] = [
  `name: "small"
layer {
  name: "data" type: "Input" top: "data"
  input_param { shape: { dim: [1, 3, 8, 8] } } # one image
}
layer {
  name: "conv"
  type: "Convolution"
  bottom: "data"
  top: "conv"
  param { lr_mult: 1 decay_mult: 1 }
  param { lr_mult: 2. decay_mult: 0 }
  convolution_param {
    num_output: 4
    kernel_size: 3
    weight_filler { type: 'xavier' variance_norm: AVERAGE }
    bias_filler: < type: "constant"; value: -0.5e-1f, >
  }
}
layer { name: "loss" type: "Soft" "max" bottom: "conv" top: "loss" include { phase: TEST stage: "a" } }
`,
  `# Old\r\ninput: "data"\r\ninput_dim: 0x1 input_dim: 03\r\nlayers {\r\n  type: RELU # in place\r\n  name: '\\x41\\101\\u00e9'\r\n  bottom: "data" top: "data"\r\n  loss_weight: [inf, -nan]\r\n}\r\n[a.b]: t\r\n`,
];

export const smallNet = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv"
  type: "Convolution"
  bottom: "data"
  top: "conv"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } }
}
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
`;

/** Nothing in it says what the records are; one layer is of a type that no Caffe has. */
export const lackingNet = `layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "train" batch_size: 8 } }
layer {
  name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
  inner_product_param { num_output: 10 weight_filler { type: "xavier" } }
}
layer { name: "own" type: "OwnLayer" bottom: "ip" top: "own" }
layer { name: "ip2" type: "InnerProduct" bottom: "own" top: "ip2" inner_product_param { num_output: 2 } }
`;
