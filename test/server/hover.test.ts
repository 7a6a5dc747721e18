/** Complete hovers, line by line. `npx vitest run --project=unit test/server/hover.test.ts -u` accepts changed texts. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { hover } from '#server/features/hover';
import { displayState } from '#server/display-state';
import { readFixture } from '../support/marks';

const solver = { name: 'solver.prototxt', baseLr: 0.01, weightDecay: 0.0005 };

function check(fixture: string, rates?: typeof solver): string {
  const { text, cursor } = readFixture(fixture);
  const analysis = analyze(text, { dialect: bvlc });
  const state = displayState(analysis, cursor);
  return (
    hover(analysis, cursor, { ...(state ? { state } : {}), language: english, ...(rates ? { solver: rates } : {}) })
      ?.markdown ?? ''
  );
}

const data =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 64 dim: 1 dim: 28 dim: 28 } } }\n';
const lenet = (filler: string, name = '"conv1"'): string => `${data}layer {
  name: ${name}
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  param { lr_mult: 1 }
  param { lr_mult: 2 decay_mult: 0 }
  convolution_param { num_output: 20 kernel_size: 5 ${filler} }
}
`;

test('shows shape, fans, n, formula and range of a filler', () => {
  expect(check(lenet('weight_filler { type: "xav$0ier" }'))).toMatchInlineSnapshot(`
    "**xavier** fills weight of **conv1**

    Values drawn uniformly from −s to s, s = √(3 / n), so the variance is 1 / n. The paper (Glorot and Bengio 2010) takes n = (fan_in + fan_out) / 2, \`variance_norm: AVERAGE\`; Caffe's default is FAN_IN, n = fan_in.

    \`\`\`text
    weight 20×1×5×5
    fan_in  = 25   fan_out = 500
    n       = 25   (FAN_IN)
    s = √(3 / 25) = 0.3464102
    values: from -0.3464102 to 0.3464102, std 0.2
    \`\`\`

    PyTorch: \`torch.nn.init.kaiming_uniform_(w, mode='fan_in', nonlinearity='linear')\`  
    Keras: \`VarianceScaling(scale=1, mode='fan_in', distribution='uniform')\`"
  `);
});

test('shows a filler with a normal distribution', () => {
  expect(check(lenet('weight_filler { type: "gaus$0sian" std: 0.1 }'))).toMatchInlineSnapshot(`
    "**gaussian** fills weight of **conv1**

    Values drawn from the normal distribution with \`mean\` (default 0) and \`std\` (default 1). \`sparse: k\` keeps each value with probability k / shape[0].

    \`\`\`text
    weight 20×1×5×5
    fan_in  = 25   fan_out = 500
    N(0, 0.1²)
    values: normal, mean 0, std 0.1
    \`\`\`

    PyTorch: \`torch.nn.init.normal_(w, mean=0, std=0.1)\`  
    Keras: \`RandomNormal(mean=0, stddev=0.1)\`"
  `);
});

test('explains a field of a filler, and whether it has no effect', () => {
  expect(check(lenet('weight_filler { type: "xavier" s$0td: 0.1 }'))).toMatchInlineSnapshot(`
    "**xavier** fills weight of **conv1**

    Values drawn uniformly from −s to s, s = √(3 / n), so the variance is 1 / n. The paper (Glorot and Bengio 2010) takes n = (fan_in + fan_out) / 2, \`variance_norm: AVERAGE\`; Caffe's default is FAN_IN, n = fan_in.

    \`\`\`text
    weight 20×1×5×5
    fan_in  = 25   fan_out = 500
    n       = 25   (FAN_IN)
    s = √(3 / 25) = 0.3464102
    values: from -0.3464102 to 0.3464102, std 0.2
    \`\`\`

    PyTorch: \`torch.nn.init.kaiming_uniform_(w, mode='fan_in', nonlinearity='linear')\`  
    Keras: \`VarianceScaling(scale=1, mode='fan_in', distribution='uniform')\`

    \`std\`: Standard deviation, for \`gaussian\`. It must be greater than 0; \`xavier\` and \`msra\` compute their own and never read it. **No effect: xavier never reads it.**"
  `);
  expect(check(lenet('weight_filler { type: "gaussian" s$0td: 0.1 }'))).toMatchInlineSnapshot(`
    "**gaussian** fills weight of **conv1**

    Values drawn from the normal distribution with \`mean\` (default 0) and \`std\` (default 1). \`sparse: k\` keeps each value with probability k / shape[0].

    \`\`\`text
    weight 20×1×5×5
    fan_in  = 25   fan_out = 500
    N(0, 0.1²)
    values: normal, mean 0, std 0.1
    \`\`\`

    PyTorch: \`torch.nn.init.normal_(w, mean=0, std=0.1)\`  
    Keras: \`RandomNormal(mean=0, stddev=0.1)\`

    \`std\`: Standard deviation, for \`gaussian\`. It must be greater than 0; \`xavier\` and \`msra\` compute their own and never read it."
  `);
});

test('shows the shapes and blobs of a layer, and the rates of the solver beside it', () => {
  expect(check(lenet('weight_filler { type: "xavier" }', '"co$0nv1"'), solver)).toMatchInlineSnapshot(`
    "**conv1** · Convolution

    \`\`\`text
    data 64×1×28×28
    → conv1 64×20×24×24
    \`\`\`

    520 parameters · 18.4 MMACs per batch of 64 · receptive field 5, stride 1  
    2.81 MiB for its tops

    | blob | shape | initial values | learning rate | weight decay |
    |---|---|---|---|---|
    | weight | 20×1×5×5 | xavier: from -0.3464102 to 0.3464102, std 0.2 | 0.01 × 1 = 0.01 | 0.0005 × 1 = 0.0005 |
    | bias | 20 | no \`bias_filler\`: all 0 | 0.01 × 2 = 0.02 | 0.0005 × 0 = 0 |

    Rates from \`solver.prototxt\`, the solver next to this file.

    variance × 1.00 forward, × 14.7 backward

    Slides \`num_output\` filters over the bottom. Top: (N, num_output, H, W) with \`(in + 2·pad − dilation·(kernel − 1) − 1) / stride + 1\`, rounded down."
  `);
});

test('shows what a layer of AlexNet costs with SI prefixes, for the batch that the net reads', () => {
  const alexnet = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 256 dim: 3 dim: 227 dim: 227 } } }
layer { name: "co$0nv1" type: "Convolution" bottom: "data" top: "conv1" convolution_param { num_output: 96 kernel_size: 11 stride: 4 } }
layer { name: "relu1" type: "ReLU" bottom: "conv1" top: "conv1" }
layer { name: "fc" type: "InnerProduct" bottom: "conv1" top: "fc" inner_product_param { num_output: 10 } }`;
  // 96 · 3 · 11² + 96 values; 256 · 55² · 96 · 3 · 11² multiply–accumulates.
  expect(check(alexnet)).toContain('34.9 K parameters · 27.0 GMACs per batch of 256 · receptive field 11, stride 4');
});

test('shows no batch where the input has no known one', () => {
  const net = lenet('', '"co$0nv1"').replace('dim: 64 dim: 1 dim: 28 dim: 28', 'dim: 64');
  expect(check(net)).not.toContain('per batch');
});

test('takes no time steps of sequences for a batch', () => {
  const sequence = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 20 dim: 4 dim: 100 } } }
layer { name: "f$0c" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 10 axis: 2 } }`;
  // 20 · 4 · 10 · 100 multiply–accumulates.
  expect(check(sequence)).toContain('1,010 parameters · 80.0 KMACs');
  expect(check(sequence)).not.toContain('per batch');
});

test('shows the initial values of a layer without a filler', () => {
  const layer = (type: string): string => `${data}layer { name: "p" type: "${type}" bottom: "data" top: "p" }`;
  expect(check(layer('PR$0eLU'))).toMatchInlineSnapshot(`
    "**p** · PReLU

    \`\`\`text
    data 64×1×28×28
    → p 64×1×28×28
    \`\`\`

    1 parameter · 50.2 KMACs per batch of 64  
    196 KiB for its tops

    | blob | shape | initial values | learning rate | weight decay |
    |---|---|---|---|---|
    | slope | 1 | no \`filler\`: all 0.25 | × 1 | × 1 |

    variance × 0.53 forward

    \`y = x\` above 0, \`y = a · x\` below, with a learned slope a per channel (0.25 without a \`filler\`). Top: the shape of the bottom."
  `);
  expect(check(layer('Sc$0ale'))).toMatchInlineSnapshot(`
    "**p** · Scale

    \`\`\`text
    data 64×1×28×28
    → p 64×1×28×28
    \`\`\`

    1 parameter · 50.2 KMACs per batch of 64  
    196 KiB for its tops

    | blob | shape | initial values | learning rate | weight decay |
    |---|---|---|---|---|
    | scale | 1 | no \`filler\`: all 1 | × 1 | × 1 |

    variance × 1.00 forward

    Multiplies by a learned blob (by default one value per channel; 1 without a \`filler\`), and adds another with \`bias_term\`. Top: the shape of the bottom."
  `);
});

test('explains why fan_in counts outputs for a deconvolution', () => {
  const text = `${data}layer { name: "up" type: "Deconvolution" bottom: "data" top: "up" convolution_param { num_output: 3 kernel_size: 4 weight_filler { type: "ms$0ra" } } }`;
  expect(check(text)).toMatchInlineSnapshot(`
    "**msra** fills weight of **up**

    Values drawn from the normal distribution with std = √(2 / n), for layers followed by a ReLU. n is fan_in, or what \`variance_norm\` says.

    \`\`\`text
    weight 1×3×4×4
    fan_in  = 48   fan_out = 16
    actual connections: fan_in = 16   fan_out = 48
    n       = 48   (FAN_IN)
    std = √(2 / 48) = 0.2041242
    values: normal, mean 0, std 0.2041242
    \`\`\`

    PyTorch: \`torch.nn.init.kaiming_normal_(w, mode='fan_in', nonlinearity='relu')\`  
    Keras: \`VarianceScaling(scale=2, mode='fan_in', distribution='untruncated_normal')\`

    Caffe computes fan_in = count / shape[0] and fan_out = count / shape[1] from the shape of the blob. Axis 0 of Deconvolution weights is the input channels, so fan_in is \`num_output\` / group × kernel size.

    msra uses n = 48 (FAN_IN) for up, but its connections give 16. Use gaussian with your own \`std\`, or another \`variance_norm\`."
  `);
});

test('explains how group divides fan_in', () => {
  const grouped = lenet('weight_filler { type: "xav$0ier" } group: 2').replace('dim: 1 dim: 28', 'dim: 4 dim: 28');
  expect(check(grouped)).toMatchInlineSnapshot(`
    "**xavier** fills weight of **conv1**

    Values drawn uniformly from −s to s, s = √(3 / n), so the variance is 1 / n. The paper (Glorot and Bengio 2010) takes n = (fan_in + fan_out) / 2, \`variance_norm: AVERAGE\`; Caffe's default is FAN_IN, n = fan_in.

    \`\`\`text
    weight 20×2×5×5
    fan_in  = 50   fan_out = 500
    actual connections: fan_in = 50   fan_out = 250
    n       = 50   (FAN_IN)
    s = √(3 / 50) = 0.244949
    values: from -0.244949 to 0.244949, std 0.1414213
    \`\`\`

    PyTorch: \`torch.nn.init.kaiming_uniform_(w, mode='fan_in', nonlinearity='linear')\`  
    Keras: \`VarianceScaling(scale=1, mode='fan_in', distribution='uniform')\`

    With \`group: 2\`, each output depends on 1/2 of the inputs: fan_in takes this into account, fan_out does not."
  `);
});

test('shows the shape, producer and readers of a blob', () => {
  expect(check(`${data}layer { name: "r" type: "ReLU" bottom: "da$0ta" top: "r" }`)).toMatchInlineSnapshot(`
    "**data** · 64×1×28×28

    produced by **data** (Input), line 1

    read by **r**"
  `);
});

test('shows the rate that a multiplier results in', () => {
  expect(check(lenet('').replace('lr_mult: 2', 'lr_m$0ult: 2'), solver)).toMatchInlineSnapshot(`
    "**lr_mult** of the bias of **conv1** (20)

    learning rate = base_lr × lr_mult = 0.01 × 2 = 0.02

    with \`solver.prototxt\`, the solver next to this file. Multiplies the learning rate; 0 freezes the blob."
  `);
});

test('shows the type and default of any field', () => {
  expect(check(lenet('').replace('num_output', 'num_out$0put'))).toMatchInlineSnapshot(`
    "**num_output** · uint32 · default 0 (none declared)

    Number of filters, which is the number of channels of the top."
  `);
  expect(check(lenet('st$0ride: 1'))).toMatchInlineSnapshot(`
    "**stride** · repeated uint32

    Step between two positions of the kernel."
  `);
});

test('shows which fork has a field', () => {
  expect(
    check(`${data}layer { name: "p" type: "Permute" bottom: "data" top: "p" per$0mute_param { order: 0 } }`),
  ).toMatchInlineSnapshot(`
    "**permute_param**

    Not a field of LayerParameter in BVLC Caffe. DeepDetect, happynear's Caffe, Intel Caffe, NVIDIA Caffe, RefineDet, SSD have it."
  `);
});

test('shows how a layer scales the signal and the gradient', () => {
  const net = `${data}layer { name: "a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 20 kernel_size: 5 weight_filler { type: "xavier" } } }
layer { name: "re$0lu" type: "ReLU" bottom: "a" top: "a" }
layer { name: "b" type: "Convolution" bottom: "a" top: "b" convolution_param { num_output: 20 kernel_size: 5 weight_filler { type: "xavier" } } }
`;
  expect(check(net)).toMatchInlineSnapshot(`
    "**relu** · ReLU

    \`\`\`text
    a 64×20×24×24
    → a 64×20×24×24
    \`\`\`

    receptive field 5, stride 1

    variance × 0.50 forward, × 0.50 backward

    The rectified linear unit: \`y = max(x, 0) + negative_slope · min(x, 0)\`. Top: the shape of the bottom."
  `);
});

test('shows blobs that are written in the layer', () => {
  const blobs = 'blobs { shape { dim: 2 } data: [1, 3] }';
  expect(check(`${data}layer { name: "n$0" type: "ReLU" bottom: "data" top: "n" ${blobs} }`)).toMatchInlineSnapshot(`
    "**n** · ReLU

    \`\`\`text
    data 64×1×28×28
    → n 64×1×28×28
    \`\`\`

    2 parameters  
    196 KiB for its tops

    | blob | shape | initial values | learning rate | weight decay |
    |---|---|---|---|---|
    | blob 0 | 2 | written in this file: from 1 to 3, mean 2, std 1 | × 1 | × 1 |

    variance × 0.50 forward

    The rectified linear unit: \`y = max(x, 0) + negative_slope · min(x, 0)\`. Top: the shape of the bottom."
  `);
});

test('shows a blob that is overwritten, never read, or never produced', () => {
  const net = (bottom: string): string =>
    `${data}layer { name: "r" type: "ReLU" bottom: "data" top: "data" }\nlayer { name: "s" type: "Sigmoid" bottom: ${bottom} top: "s" }`;
  expect(check(net('"da$0ta"'))).toMatchInlineSnapshot(`
    "**data** · 64×1×28×28

    produced by **r** (ReLU, in place), line 2

    read by **s**

    version 2 of 2: each in-place layer creates a new version"
  `);
  expect(check(net('"data"').replace('top: "s"', 'top: "$0s"'))).toMatchInlineSnapshot(`
    "**s** · 64×1×28×28

    produced by **s** (Sigmoid), line 3

    not read by any layer: an output of the net"
  `);
  expect(check(net('"no$0ne"'))).toMatchInlineSnapshot(`
    "**none**

    No earlier layer produces this blob in TRAIN."
  `);
});

test('shows the decay that a multiplier results in', () => {
  expect(check(lenet('').replace('decay_mult: 0', 'decay_m$0ult: 0'), solver)).toMatchInlineSnapshot(`
    "**decay_mult** of the bias of **conv1** (20)

    decay = weight_decay × decay_mult = 0.0005 × 0 = 0

    with \`solver.prototxt\`, the solver next to this file. Multiplies the weight decay; 0 is usual for biases."
  `);
});

test('shows a sparse filler', () => {
  expect(check(lenet('weight_filler { type: "gaus$0sian" sparse: 5 }'))).toMatchInlineSnapshot(`
    "**gaussian** fills weight of **conv1**

    Values drawn from the normal distribution with \`mean\` (default 0) and \`std\` (default 1). \`sparse: k\` keeps each value with probability k / shape[0].

    \`\`\`text
    weight 20×1×5×5
    fan_in  = 25   fan_out = 500
    N(0, 1²) with probability 5 / 20 = 0.25, else 0
    values: 25% normal with std 1, the others 0; overall std 0.5
    \`\`\`"
  `);
});

test('shows fillers of blobs whose first axis is the input', () => {
  const inner = (type: string, param: string): string =>
    `${data}layer { name: "i" type: "${type}" bottom: "data" top: "i" ${param} { num_output: 3 weight_filler { type: "xav$0ier" } `;
  expect(check(`${inner('InnerProduct', 'inner_product_param')} transpose: true } }`)).toMatchInlineSnapshot(`
    "**xavier** fills weight of **i**

    Values drawn uniformly from −s to s, s = √(3 / n), so the variance is 1 / n. The paper (Glorot and Bengio 2010) takes n = (fan_in + fan_out) / 2, \`variance_norm: AVERAGE\`; Caffe's default is FAN_IN, n = fan_in.

    \`\`\`text
    weight 784×3
    fan_in  = 3   fan_out = 784
    actual connections: fan_in = 784   fan_out = 3
    n       = 3   (FAN_IN)
    s = √(3 / 3) = 1
    values: from -1 to 1, std 0.5773503
    \`\`\`

    PyTorch: \`torch.nn.init.kaiming_uniform_(w, mode='fan_out', nonlinearity='linear')\`  
    Keras: \`VarianceScaling(scale=1, mode='fan_out', distribution='uniform')\`

    Caffe computes fan_in = count / shape[0] and fan_out = count / shape[1] from the shape of the blob. With \`transpose\`, axis 0 is the inputs, so fan_in is \`num_output\`.

    xavier uses n = 3 (FAN_IN) for i, but its connections give 784. Use gaussian with your own \`std\`, or another \`variance_norm\`."
  `);
  expect(check(`${inner('Embed', 'embed_param')} input_dim: 7 } }`)).toMatchInlineSnapshot(`
    "**xavier** fills weight of **i**

    Values drawn uniformly from −s to s, s = √(3 / n), so the variance is 1 / n. The paper (Glorot and Bengio 2010) takes n = (fan_in + fan_out) / 2, \`variance_norm: AVERAGE\`; Caffe's default is FAN_IN, n = fan_in.

    \`\`\`text
    weight 7×3
    fan_in  = 3   fan_out = 7
    actual connections: fan_in = 7   fan_out = 3
    n       = 3   (FAN_IN)
    s = √(3 / 3) = 1
    values: from -1 to 1, std 0.5773503
    \`\`\`

    PyTorch: \`torch.nn.init.kaiming_uniform_(w, mode='fan_in', nonlinearity='linear')\`  
    Keras: \`VarianceScaling(scale=1, mode='fan_out', distribution='uniform')\`

    Caffe computes fan_in = count / shape[0] and fan_out = count / shape[1] from the shape of the blob. Axis 0 of Embed weights is the indices, so fan_in is \`num_output\`.

    xavier uses n = 3 (FAN_IN) for i, but its connections give 7. Use gaussian with your own \`std\`, or another \`variance_norm\`."
  `);
});

test('shows a layer without tops, and one of an unknown type', () => {
  expect(check(`${data}layer { name: "n$0" type: "Silence" bottom: "data" }`)).toMatchInlineSnapshot(`
    "**n** · Silence

    \`\`\`text
    data 64×1×28×28
    → (no top)
    \`\`\`

    Takes any number of bottoms and ignores them, so that they are not printed as outputs of the net."
  `);
  expect(check(`${data}layer { name: "n$0" type: "Zzyzx" bottom: "data" top: "n" }`)).toMatchInlineSnapshot(`
    "**n** · Zzyzx

    \`\`\`text
    data 64×1×28×28
    → n ?
    \`\`\`

    BVLC Caffe has no layer of this type, so its tops are unknown."
  `);
});

test('shows the first steps in the formula of a long schedule', () => {
  const steps = Array.from({ length: 1000 }, (_, i) => `stepvalue: ${i + 1}`).join(' ');
  const text = check(`net: "net.prototxt" base_lr: 0.1 lr_policy: "multi$0step" gamma: 0.9 max_iter: 2000 ${steps}`);
  expect(text).toContain(
    '0.1 · 0.9^#{s ∈ {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, …} : s ≤ i}',
  );
});

test('shows the schedule of a solver', () => {
  expect(
    check('net: "net.prototxt"\nbase_lr: 0.01\nlr_pol$0icy: "step"\ngamma: 0.1\nstepsize: 1000\nmax_iter: 3500\n'),
  ).toMatchInlineSnapshot(`
    "**lr_policy** · learning rate of the policy *step* at iteration i

    \`\`\`text
    lr(i) = 0.01 · 0.1^⌊i / 1000⌋
    \`\`\`

    | iteration | learning rate |
    |---:|---:|
    | 0 | 0.01 |
    | 1000 | 0.001 |
    | 2000 | 0.0001 |
    | 3000 | 0.00001 |
    | 3499 | 0.00001 |

    How the learning rate changes with the iteration: \`fixed\`, \`step\`, \`exp\`, \`inv\`, \`multistep\`, \`poly\` or \`sigmoid\`."
  `);
});

test('explains the field on a scalar value, but not on a message', () => {
  expect(check(lenet('weight_filler { type: "xavier" } stri$0de: 1'))).toMatch(/^\*\*stride\*\*/);
  expect(check(lenet('weight_filler { type: "xavier" } stride: $01'))).toBe(
    check(lenet('weight_filler { type: "xavier" } stri$0de: 1')),
  );
  expect(check(`${data}# $0plain`)).toBe('');
});

test('explains a directive comment', () => {
  const comment = (text: string): string => check(`${data}${text}\n`);
  expect(comment('# proto$0txt: datum 1x28x28')).toMatchInlineSnapshot(
    `"Shape of one record of the data layers: channels × height × width."`,
  );
  expect(comment('# prototxt: weights a.caffe$0model')).toMatchInlineSnapshot(
    `"The weights file that the net is initialized from."`,
  );
  expect(comment('# prototxt: phase=TE$0ST')).toMatchInlineSnapshot(
    `"The state in which the net is checked and shown, the shape of its records, its weights file, its schema, or its targets."`,
  );
  expect(comment('# prototxt: tar$0get=ncnn')).toMatchInlineSnapshot(
    `"The chips and converters that the net is for, separated by commas."`,
  );
  expect(comment('# prototxt: target=ncnn,nn$0ie,none')).toMatchInlineSnapshot(`
    "**HiSilicon NNIE** public notes, of 2026-11

    Rules from documents alone; 52 layer types.

    The manual is not public. Which of Caffe's own layers it takes is not listed completely, so none of them is reported. A layer of any other type is written as \\\`Custom\\\` with the shapes of its tops, and then runs on the processor.

    Nothing is reported about this net."
  `);
  expect(comment('# prototxt: target=ncnn,no$0ne')).toMatchInlineSnapshot(
    `"The chips and converters that the net is for, separated by commas."`,
  );
  expect(comment('# prototxt-disable-next-line net/un$0known-bottom')).toMatchInlineSnapshot(
    `"Suppresses problems on the next line, by their codes. The reason follows \`--\`."`,
  );
  expect(comment('# prototxt-dis$0able net/unknown-bottom')).toMatchInlineSnapshot(
    `"Suppresses problems in the whole file, by their codes. The reason follows \`--\`."`,
  );
});
