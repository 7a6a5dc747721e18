/** For each code with a fix: a text with the problem, and the text after the fix. */
import type { Code } from '#core/problems/index';

export type Sample = readonly [before: string, after: string];

const data = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const labels = 'layer { name: "l" type: "Input" top: "l" input_param { shape { dim: 1 } } }\n';

const conv = (param: string, rest = ''): string =>
  `${data}layer {\n  name: "c"\n  type: "Convolution"\n  bottom: "data"\n  top: "c"${rest}\n  convolution_param {\n    ${param}\n  }\n}\n`;
const filled = (filler: string): string =>
  conv(`num_output: 4\n    kernel_size: 3\n    weight_filler {\n      ${filler}\n    }`);
const on = (layer: string): string => `${data}layer { name: "x" bottom: "data" ${layer} }\n`;
const solver = (rest: string): string => `net: "a.prototxt"\nbase_lr: 0.1\n${rest}`;

/** A learning layer before the given ones. */
const learned = (
  first: string,
  between = '',
): string => `${data}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 2 kernel_size: 3 ${first} } }
${between}layer { name: "ip" type: "InnerProduct" bottom: "c" top: "ip" inner_product_param { num_output: 2 weight_filler { type: "gaussian" } } }
${labels}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "l" }
`;
const relu = 'layer { name: "r" type: "ReLU" bottom: "c" top: "c" }\n';

export const samples: Partial<Record<Code, Sample>> = {
  'check/bias-without-term': [
    conv('num_output: 4\n    kernel_size: 3\n    bias_term: false\n    bias_filler { type: "constant" }'),
    conv('num_output: 4\n    kernel_size: 3\n    bias_term: false'),
  ],
  'check/bilinear-channels': [
    learned('weight_filler { type: "bilinear" }').replaceAll('num_output: 2 kernel', 'num_output: 3 kernel'),
    learned('weight_filler { type: "bilinear" } group: 3').replaceAll('num_output: 2 kernel', 'num_output: 3 kernel'),
  ],
  'check/dead-field': [
    on('top: "x" type: "MVN" mvn_param { normalize_variance: false eps: 0.1 }'),
    on('top: "x" type: "MVN" mvn_param { normalize_variance: false }'),
  ],
  'check/random-bias': [
    learned('weight_filler { type: "msra" } bias_filler { type: "xavier" }'),
    learned('weight_filler { type: "msra" } bias_filler { type: "constant" }'),
  ],
  'check/unread-param': [on('top: "x" type: "ReLU" pooling_param { pool: MAX }'), on('top: "x" type: "ReLU"')],
  'check/in-place': [
    `${data}layer { name: "p" type: "Pooling" bottom: "data" top: "data" pooling_param { kernel_size: 2 } }\nlayer { name: "s" type: "Silence" bottom: "data" }\n`,
    `${data}layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 2 } }\nlayer { name: "s" type: "Silence" bottom: "p" }\n`,
  ],
  'check/overwritten': [
    learned(
      'weight_filler { type: "gaussian" }',
      'layer { name: "t" type: "TanH" bottom: "c" top: "c" }\nlayer { name: "drop" type: "Dropout" bottom: "c" top: "c" }\n',
    ),
    learned(
      'weight_filler { type: "gaussian" }',
      'layer { name: "t" type: "TanH" bottom: "c" top: "c" }\nlayer { name: "drop" type: "Dropout" bottom: "c" top: "drop" }\n',
    ).replace('bottom: "c" top: "ip"', 'bottom: "drop" top: "ip"'),
  ],
  'check/shared-memory': [
    `${data}layer { name: "f" type: "Flatten" bottom: "data" top: "f" }\nlayer { name: "r" type: "ReLU" bottom: "f" top: "f" }\nlayer { name: "s" type: "Silence" bottom: "f" bottom: "data" }\n`,
    `${data}layer { name: "f" type: "Flatten" bottom: "data" top: "f" }\nlayer { name: "r" type: "ReLU" bottom: "f" top: "r" }\nlayer { name: "s" type: "Silence" bottom: "r" bottom: "data" }\n`,
  ],
  'check/xavier-before-relu': [
    learned("weight_filler { type: 'xavier' variance_norm: FAN_OUT }", relu),
    learned("weight_filler { type: 'msra' variance_norm: FAN_OUT }", relu),
  ],
  'check/zero-start': [
    `${data}layer { name: "i" type: "InnerProduct" bottom: "data" top: "i" inner_product_param { num_output: 2 weight_filler { type: "gaussian" } } }
layer { name: "ip" type: "InnerProduct" bottom: "i" top: "ip" inner_product_param { num_output: 2 } }
layer { name: "r" type: "ReLU" bottom: "ip" top: "r" }
layer { name: "o" type: "InnerProduct" bottom: "r" top: "o" inner_product_param { num_output: 2 weight_filler { type: "gaussian" } } }
${labels}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "o" bottom: "l" }
`,
    `${data}layer { name: "i" type: "InnerProduct" bottom: "data" top: "i" inner_product_param { num_output: 2 weight_filler { type: "gaussian" } } }
layer { name: "ip" type: "InnerProduct" bottom: "i" top: "ip" inner_product_param { num_output: 2 weight_filler { type: "msra" } } }
layer { name: "r" type: "ReLU" bottom: "ip" top: "r" }
layer { name: "o" type: "InnerProduct" bottom: "r" top: "o" inner_product_param { num_output: 2 weight_filler { type: "gaussian" } } }
${labels}layer { name: "loss" type: "SoftmaxWithLoss" bottom: "o" bottom: "l" }
`,
  ],
  'layer/cudnn-axes': [
    conv('num_output: 4\n    kernel_size: 3\n    axis: -2\n    engine: CUDNN'),
    conv('num_output: 4\n    kernel_size: 3\n    axis: -2'),
  ],
  'layer/cudnn-dilation': [
    conv('num_output: 4\n    kernel_size: 3\n    dilation: 2\n    engine: CUDNN'),
    conv('num_output: 4\n    kernel_size: 3\n    dilation: 2'),
  ],
  'layer/empty-loss': [
    'layer { name: "e" type: "Input" top: "e" input_param { shape { dim: 0 } } loss_weight: 1 }\n',
    'layer { name: "e" type: "Input" top: "e" input_param { shape { dim: 0 } } }\n',
  ],
  'data/unknown-record-shape': [
    'layer { name: "d" type: "Data" top: "d" data_param { source: "s" batch_size: 2 } }\n',
    '# prototxt: datum 3x256x256\nlayer { name: "d" type: "Data" top: "d" data_param { source: "s" batch_size: 2 } }\n',
  ],
  'data/no-transform': [
    'layer {\n  name: "d"\n  type: "HDF5Data"\n  top: "d"\n  transform_param { scale: 2 }\n  hdf5_data_param { source: "s" batch_size: 2 }\n}\n',
    'layer {\n  name: "d"\n  type: "HDF5Data"\n  top: "d"\n  hdf5_data_param { source: "s" batch_size: 2 }\n}\n',
  ],
  'filler/unknown-type': [filled("type: 'xavierr'"), filled("type: 'xavier'")],
  'filler/sparse-unsupported': [filled('type: "xavier"\n      sparse: 3'), filled('type: "xavier"')],
  'filler/sparse-below': [filled('type: "gaussian"\n      sparse: -3'), filled('type: "gaussian"')],
  'filler/sparse-too-large': [
    filled('type: "gaussian"\n      sparse: 9 # many\n      std: 2'),
    filled('type: "gaussian"\n      # many\n      std: 2'),
  ],
  'filler/range-reversed': [filled('type: "uniform" min: 1 max: -1.5'), filled('type: "uniform" min: -1.5 max: 1')],
  'filler/std-not-positive': [
    filled('type: "gaussian"\n      mean: 2\n      std: 0'),
    filled('type: "constant"\n      value: 2'),
  ],
  'filler/dead-field': [filled('type: "xavier"\n      std: 0.01'), filled('type: "xavier"')],
  'fork/fields-exclude': [
    on('bottom: "data" top: "x" type: "Upsample" upsample_param { scale: 2 scale_h: 2 scale_w: 2 upsample_h: 4 }'),
    on('bottom: "data" top: "x" type: "Upsample" upsample_param { scale_h: 2 scale_w: 2 upsample_h: 4 }'),
  ],
  'fork/order': [
    on('top: "x" type: "Permute" permute_param { order: 1 order: 0 order: 1 }'),
    on('top: "x" type: "Permute" permute_param { order: 1 order: 0 }'),
  ],
  'layer/axis-and-dim': [
    on('top: "x" type: "Concat" concat_param { axis: 1 concat_dim: 1 }'),
    on('top: "x" type: "Concat" concat_param { axis: 1 }'),
  ],
  'layer/global-pooling-kernel': [
    on('top: "x" type: "Pooling" pooling_param { global_pooling: true kernel_h: 2 kernel_w: 2 pool: AVE }'),
    on('top: "x" type: "Pooling" pooling_param { global_pooling: true pool: AVE }'),
  ],
  'layer/global-pooling-window': [
    on('top: "x" type: "Pooling" pooling_param { pool: AVE global_pooling: true stride: 2 }'),
    on('top: "x" type: "Pooling" pooling_param { pool: AVE global_pooling: true }'),
  ],
  'layer/group-zero': [
    conv('num_output: 4\n    kernel_size: 3\n    group: 0'),
    conv('num_output: 4\n    kernel_size: 3\n    group: 1'),
  ],
  'layer/in-place': [
    `${data}layer { name: "i" type: "AbsVal" bottom: "data" top: "data" }\nlayer { name: "s" type: "Silence" bottom: "data" }\n`,
    `${data}layer { name: "i" type: "AbsVal" bottom: "data" top: "i" }\nlayer { name: "s" type: "Silence" bottom: "i" }\n`,
  ],
  'layer/infogain-normalize': [
    `${data}${labels}layer { name: "x" type: "InfogainLoss" bottom: "data" bottom: "l" infogain_loss_param { source: "s" axis: 0 } loss_param { normalize: false } }\n`,
    `${data}${labels}layer { name: "x" type: "InfogainLoss" bottom: "data" bottom: "l" infogain_loss_param { source: "s" axis: 0 } loss_param { normalization: BATCH_SIZE } }\n`,
  ],
  'layer/learned-statistics': [
    on('top: "x" type: "BatchNorm" param { lr_mult: 1 } param { decay_mult: 0 lr_mult: 0 }'),
    on('top: "x" type: "BatchNorm" param { lr_mult: 0 } param { decay_mult: 0 lr_mult: 0 }'),
  ],
  'layer/loss-weights-missing': [
    `${data}${labels}layer {\n  name: "x"\n  type: "InfogainLoss"\n  bottom: "data"\n  bottom: "l"\n  top: "x"\n  top: "p"\n  infogain_loss_param { source: "s" axis: 0 }\n}\n`,
    `${data}${labels}layer {\n  name: "x"\n  type: "InfogainLoss"\n  bottom: "data"\n  bottom: "l"\n  top: "x"\n  top: "p"\n  infogain_loss_param { source: "s" axis: 0 }\n  loss_weight: 1\n  loss_weight: 0\n}\n`,
  ],
  'layer/num-axes-negative': [
    on('top: "x" type: "Reshape" reshape_param { axis: 2 num_axes: -2 shape { dim: 64 } }'),
    on('top: "x" type: "Reshape" reshape_param { axis: 2 num_axes: -1 shape { dim: 64 } }'),
  ],
  'layer/num-output-missing': [conv('kernel_size: 3'), conv('num_output: 3\n    kernel_size: 3')],
  'layer/num-output-not-positive': [
    conv('num_output: 0\n    kernel_size: 3'),
    conv('num_output: 3\n    kernel_size: 3'),
  ],
  'layer/kernel-missing': [conv('num_output: 4\n    pad: 2'), conv('kernel_size: 5\n    num_output: 4\n    pad: 2')],
  'layer/kernel-not-positive': [
    conv('num_output: 4\n    kernel_size: 0 # later'),
    conv('num_output: 4\n    kernel_size: 3 # later'),
  ],
  'layer/output-negative': [
    conv('num_output: 4\n    kernel_size: 99\n    pad: 1'),
    conv('num_output: 4\n    kernel_size: 3\n    pad: 1'),
  ],
  'layer/stride-not-positive': [
    on('top: "x" type: "Pooling" pooling_param { kernel_size: 2 stride: 0 }'),
    on('top: "x" type: "Pooling" pooling_param { kernel_size: 2 stride: 1 }'),
  ],
  'layer/local-size-even': [
    on('top: "x" type: "LRN" lrn_param { local_size: 4 }'),
    on('top: "x" type: "LRN" lrn_param { local_size: 5 }'),
  ],
  'layer/pad-too-large': [
    on('top: "x" type: "Pooling" pooling_param { kernel_size: 3 pad: 3 }'),
    on('top: "x" type: "Pooling" pooling_param { kernel_size: 3 pad: 1 }'),
  ],
  'layer/dim-negative': [data.replace('dim: 3', 'dim: -3'), data],
  'net/bottom-count': [
    `${data}layer { name: "r" type: "ReLU" top: "r" }\n`,
    `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "r" }\n`,
  ],
  'net/top-count': [
    `${data}layer { name: "m" type: "MVN" bottom: "data" }\n`,
    `${data}layer { name: "m" type: "MVN" bottom: "data" top: "m" }\n`,
  ],
  'net/include-and-exclude': [
    on('top: "x" type: "ReLU" include { phase: TEST } exclude { phase: TRAIN }'),
    on('top: "x" type: "ReLU" include { phase: TEST }'),
  ],
  'net/unknown-layer-type': [on('top: "x" type: "ReLu"'), on('top: "x" type: "ReLU"')],
  'net/missing-layer-type': [
    `${data}layer {\n  name: "x"\n  bottom: "data"\n  top: "x"\n  pooling_param { kernel_size: 2 }\n}\n`,
    `${data}layer {\n  name: "x"\n  type: "Pooling"\n  bottom: "data"\n  top: "x"\n  pooling_param { kernel_size: 2 }\n}\n`,
  ],
  'net/unknown-bottom': [
    `${data}layer { name: "r" type: "ReLU" bottom: "date" top: "r" }\n`,
    `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "r" }\n`,
  ],
  'net/duplicate-top': [
    `${data}layer { name: "a" type: "ReLU" bottom: "data" top: "a" }\nlayer { name: "b" type: "TanH" bottom: "data" top: "a" }\nlayer { name: "s" type: "Silence" bottom: "a" }\n`,
    `${data}layer { name: "a" type: "ReLU" bottom: "data" top: "a" }\nlayer { name: "b" type: "TanH" bottom: "data" top: "b" }\nlayer { name: "s" type: "Silence" bottom: "b" }\n`,
  ],
  'net/too-many-params': [
    conv('num_output: 4\n    kernel_size: 3\n    bias_term: false', '\n  param { lr_mult: 1 }\n  param { lr_mult: 2 }'),
    conv('num_output: 4\n    kernel_size: 3\n    bias_term: false', '\n  param { lr_mult: 1 }'),
  ],
  'net/in-place-of-shared': [
    `${data}layer { name: "a" type: "Power" bottom: "data" top: "a" }\nlayer { name: "r" type: "ReLU" bottom: "a" top: "a" }\nlayer { name: "s" type: "Silence" bottom: "a" }\n`.replace(
      'layer { name: "r"',
      'layer { name: "t" type: "Silence" bottom: "a" }\nlayer { name: "r"',
    ),
    `${data}layer { name: "a" type: "Power" bottom: "data" top: "a" }\nlayer { name: "r" type: "ReLU" bottom: "a" top: "r" }\nlayer { name: "s" type: "Silence" bottom: "r" }\n`.replace(
      'layer { name: "r"',
      'layer { name: "t" type: "Silence" bottom: "a" }\nlayer { name: "r"',
    ),
  ],
  'net/copy-name-taken': [
    `${data}layer { name: "s" type: "Split" bottom: "data" top: "data_data_0_split_1" top: "z" }\nlayer { name: "r" type: "Silence" bottom: "data" bottom: "data_data_0_split_1" bottom: "z" }\n`,
    `${data}layer { name: "s" type: "Split" bottom: "data" top: "s" top: "z" }\nlayer { name: "r" type: "Silence" bottom: "data" bottom: "s" bottom: "z" }\n`,
  ],
  'net/loss-weight-count': [
    `${data}layer { name: "x" type: "Slice" bottom: "data" top: "a" top: "b" top: "c" loss_weight: 1 }\n`,
    `${data}layer { name: "x" type: "Slice" bottom: "data" top: "a" top: "b" top: "c" loss_weight: 1 loss_weight: 0 loss_weight: 0 }\n`,
  ],
  'net/propagate-down-count': [
    on('top: "x" type: "ReLU" propagate_down: false propagate_down: true'),
    on('top: "x" type: "ReLU" propagate_down: false'),
  ],
  'net/shared-lr-mult': [
    `${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" lr_mult: 2 }')}${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" lr_mult: 3 }').slice(data.length).replace('top: "c"', 'top: "d"')}`,
    `${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" lr_mult: 2 }')}${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" lr_mult: 2 }').slice(data.length).replace('top: "c"', 'top: "d"')}`,
  ],
  'net/shared-decay-mult': [
    `${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" decay_mult: 0 }')}${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" decay_mult: 3 }').slice(data.length).replace('top: "c"', 'top: "d"')}`,
    `${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" decay_mult: 0 }')}${conv('num_output: 4 kernel_size: 3', '\n  param { name: "w" decay_mult: 0 }').slice(data.length).replace('top: "c"', 'top: "d"')}`,
  ],
  'net/layer-and-layers': [
    `${data}layers { name: "r" type: RELU bottom: "data" top: "r" }\n`,
    `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "r" }\n`,
  ],
  'net/unknown-v0-type': [
    'input: "x"\ninput_dim: 1 input_dim: 1 input_dim: 1 input_dim: 1\nlayers { layer { name: "r" type: "rellu" } bottom: "x" top: "r" }\n',
    'input: "x"\ninput_dim: 1 input_dim: 1 input_dim: 1 input_dim: 1\nlayers { layer { name: "r" type: "relu" } bottom: "x" top: "r" }\n',
  ],
  'net/v0-field-ignored': [
    'layers { layer { name: "r" type: "relu" stride: 2 } bottom: "x" top: "r" }\n',
    'layers { layer { name: "r" type: "relu" } bottom: "x" top: "r" }\n',
  ],
  'net/old-format': [
    `layers {\n  name: "r"\n  type: RELU # a\n  bottom: "x"\n  top: "r"\n  blobs_lr: 1\n  weight_decay: 0\n}\n`,
    `layer {\n  name: "r"\n  type: "ReLU" # a\n  bottom: "x"\n  top: "r"\n  param { lr_mult: 1 decay_mult: 0 }\n}\n`,
  ],
  'schema/unknown-field': [
    filled('type: "xavier" varianse_norm: AVERAGE'),
    filled('type: "xavier" variance_norm: AVERAGE'),
  ],
  'schema/misplaced-field': [
    `${data}layer {\n  name: "c"\n  type: "Convolution"\n  bottom: "data"\n  top: "c"\n  num_output: 4 # maps\n  convolution_param {\n    kernel_size: 3\n  }\n}\n`,
    `${data}layer {\n  name: "c"\n  type: "Convolution"\n  bottom: "data"\n  top: "c"\n  convolution_param {\n    kernel_size: 3\n    num_output: 4 # maps\n  }\n}\n`,
  ],
  'schema/unknown-name': [
    conv('num_output: 4\n    kernel_size: 3\n    filter_size: 3'),
    conv('num_output: 4\n    kernel_size: 3\n    kernel_size: 3'),
  ],
  'schema/unknown-name-here': [
    conv('num_output: 4\n    kernel_size: 3\n    filter_size: 3 qqqqq: 1 wwwww: 1 eeeee: 1 yyyyy: 1'),
    conv('num_output: 4\n    kernel_size: 3\n    kernel_size: 3 qqqqq: 1 wwwww: 1 eeeee: 1 yyyyy: 1'),
  ],
  'schema/unknown-enum-value': [
    on('top: "x" type: "Pooling" pooling_param { pool: MAXX kernel_size: 2 }'),
    on('top: "x" type: "Pooling" pooling_param { pool: MAX kernel_size: 2 }'),
  ],
  'schema/expected-type': [conv('num_output: "4"\n    kernel_size: 3'), conv('num_output: 4\n    kernel_size: 3')],
  'schema/set-twice': [
    conv('num_output: 4\n    num_output: 4\n    kernel_size: 3'),
    conv('num_output: 4\n    kernel_size: 3'),
  ],
  'schema/not-repeated': [conv('num_output: [4]\n    kernel_size: 3'), conv('num_output: 4\n    kernel_size: 3')],
  'solver/average-loss': [
    solver('lr_policy: "fixed"\naverage_loss: 0\n'),
    solver('lr_policy: "fixed"\naverage_loss: 1\n'),
  ],
  'solver/dead-field': [solver('lr_policy: "fixed"\ngamma: 0.1\n'), solver('lr_policy: "fixed"\n')],
  'solver/type-and-solver-type': [
    solver('lr_policy: "fixed"\ntype: "Adam"\nsolver_type: ADAM\n'),
    solver('lr_policy: "fixed"\ntype: "Adam"\n'),
  ],
  'solver/unknown-momentum-policy': [
    solver('# prototxt: schema=nvcaffe\nlr_policy: "fixed"\nmomentum_policy: "ploy"\n'),
    solver('# prototxt: schema=nvcaffe\nlr_policy: "fixed"\nmomentum_policy: "poly"\n'),
  ],
  'solver/unknown-policy': [solver('lr_policy: "fixd"\n'), solver('lr_policy: "fixed"\n')],
  'solver/unknown-regularization': [
    solver('lr_policy: "fixed"\nweight_decay: 1\nregularization_type: "l1"\n'),
    solver('lr_policy: "fixed"\nweight_decay: 1\nregularization_type: "L1"\n'),
  ],
  'solver/unknown-type': [solver('lr_policy: "fixed"\ntype: "adam"\n'), solver('lr_policy: "fixed"\ntype: "Adam"\n')],
  'syntax/expected-colon': [`name "n"\n${data}`, `name: "n"\n${data}`],
  'syntax/unclosed': [
    `name: "n"\nlayer {\n  name: "r"\n  type: "Input"\n  top: "r"\n${data}`,
    `name: "n"\nlayer {\n  name: "r"\n  type: "Input"\n  top: "r"\n}\n${data}`,
  ],
  'syntax/unexpected-close': [`${data}}\n`, `${data}\n`],
  'syntax/number-then-letter': [conv('num_output: 4kernel_size: 3'), conv('num_output: 4 kernel_size: 3')],
  'syntax/name-then-point': [solver('lr_policy: "fixed"\nmomentum.5\n'), solver('lr_policy: "fixed"\nmomentum: .5\n')],
  'syntax/string-not-closed': [`name: "n\n${data}`, `name: "n"\n${data}`],
  'syntax/string-not-opened': [`name: n"\n${data}`, `name: "n"\n${data}`],
  'syntax/quote-in-string': [`name: "n"et"\n${data}`, `name: "net"\n${data}`],
  'syntax/expected-bracket': [data.replace('layer {', 'layer'), data],
  'comment/unknown-code': [
    `# prototxt-disable check/unused-blobs\n${data}`,
    `# prototxt-disable check/unused-blob\n${data}`,
  ],
  'comment/unknown-target': [`# prototxt: target=nccn\n${data}`, `# prototxt: target=ncnn\n${data}`],
  'target/rewrite': [
    `# prototxt: target=ncnn\ninput: "data"\ninput_dim: 1\ninput_dim: 2\ninput_dim: 3\ninput_dim: 4\n`,
    `# prototxt: target=ncnn\nlayer {\n  name: "input"\n  type: "Input"\n  top: "data"\n  input_param {\n    shape { dim: 1 dim: 2 dim: 3 dim: 4 }\n  }\n}\n`,
  ],
  'syntax/bad-escape': [`name: "c:\\data"\n${data}`, `name: "c:\\\\data"\n${data}`],
  'syntax/control-character': [`name: "n"\u0001\n${data}`, `name: "n"\n${data}`],
  'syntax/non-ascii': [`name： "n"\n${data}`, `name: "n"\n${data}`],
  'syntax/byte-order-mark': [`\ufeff${data}`, data],
};
