/** Nets whose values are changed: the project's own, and public ones if available. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallNets } from '../../support/small-nets';

export interface Net {
  readonly name: string;
  readonly text: string;
}

/** All layers with sums over windows, steps, channels or classes. */
const summing = `
layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "x" batch_size: 8 } transform_param { crop_size: 32 } }
layer { name: "c1" type: "Convolution" bottom: "data" top: "c1" convolution_param { num_output: 8 kernel_size: 5 pad: 2 stride: 1 dilation: 1 weight_filler { type: "constant" value: 0.1 } bias_filler { type: "constant" value: 0.1 } } }
layer { name: "r1" type: "ReLU" bottom: "c1" top: "c1" }
layer { name: "n1" type: "LRN" bottom: "c1" top: "n1" lrn_param { local_size: 5 alpha: 0.0001 beta: 0.75 } }
layer { name: "p1" type: "Pooling" bottom: "n1" top: "p1" pooling_param { pool: MAX kernel_size: 3 stride: 2 pad: 1 } }
layer { name: "c2" type: "Convolution" bottom: "p1" top: "c2" convolution_param { num_output: 8 group: 2 kernel_h: 3 kernel_w: 3 pad_h: 1 pad_w: 1 weight_filler { type: "gaussian" std: 0.1 sparse: 3 } } }
layer { name: "p2" type: "Pooling" bottom: "c2" top: "p2" pooling_param { pool: AVE kernel_size: 3 stride: 1 pad: 1 } }
layer { name: "up" type: "Deconvolution" bottom: "p2" top: "up" convolution_param { num_output: 8 group: 8 kernel_size: 4 stride: 2 pad: 1 weight_filler { type: "bilinear" } } }
layer { name: "de" type: "Deconvolution" bottom: "up" top: "de" convolution_param { num_output: 4 kernel_size: 4 stride: 2 weight_filler { type: "uniform" min: 0 max: 1 } } }
layer { name: "s" type: "Slice" bottom: "de" top: "a" top: "b" slice_param { axis: 1 slice_point: 2 } }
layer { name: "j" type: "Concat" bottom: "a" bottom: "b" top: "j" concat_param { axis: 1 } }
layer { name: "t" type: "Tile" bottom: "j" top: "t" tile_param { axis: 1 tiles: 2 } }
layer { name: "f" type: "Flatten" bottom: "t" top: "f" }
layer { name: "ip" type: "InnerProduct" bottom: "f" top: "ip" inner_product_param { num_output: 10 weight_filler { type: "positive_unitball" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" loss_weight: 1 }
layer { name: "pyramid" type: "SPP" bottom: "c1" top: "pyramid" spp_param { pyramid_height: 3 } }
layer { name: "part" type: "InnerProduct" bottom: "pyramid" top: "part" inner_product_param { num_output: 12 weight_filler { type: "xavier" } } }
layer { name: "sum" type: "Reduction" bottom: "part" top: "sum" loss_weight: 1 reduction_param { axis: 0 operation: SUMSQ coeff: 0.5 } }`;

const sequence = `
layer { name: "text" type: "Input" top: "text" top: "cont" input_param { shape { dim: 20 dim: 4 } shape { dim: 20 dim: 4 } } }
layer { name: "label" type: "Input" top: "label" input_param { shape { dim: 20 dim: 4 } } }
layer { name: "words" type: "Embed" bottom: "text" top: "words" embed_param { input_dim: 1000 num_output: 16 weight_filler { type: "uniform" min: -0.1 max: 0.1 } } }
layer { name: "lstm" type: "LSTM" bottom: "words" bottom: "cont" top: "lstm" recurrent_param { num_output: 16 weight_filler { type: "uniform" min: -0.1 max: 0.1 } bias_filler { type: "constant" } } }
layer { name: "rnn" type: "RNN" bottom: "lstm" bottom: "cont" top: "rnn" recurrent_param { num_output: 16 weight_filler { type: "gaussian" std: 0.1 } bias_filler { type: "constant" } } }
layer { name: "score" type: "InnerProduct" bottom: "rnn" top: "score" inner_product_param { num_output: 30 axis: 2 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "score" bottom: "label" top: "loss" softmax_param { axis: 2 } }`;

/** The project's own nets, which are all there are without the recorded answers and public nets. */
export function ownNets(): readonly Net[] {
  return [
    { name: 'summing', text: summing },
    { name: 'sequence', text: sequence },
    ...smallNets.map((text, i) => ({ name: `small ${i}`, text })),
    ...netsIn('examples'),
  ];
}

/** The nets in a folder and its subfolders; none if it does not exist. */
export function netsIn(folder: string): readonly Net[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: path, text: readFileSync(path, 'utf8') }));
}
