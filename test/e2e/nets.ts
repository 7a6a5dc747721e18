/** The nets of these tests, and their values in Caffe. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lackingNet } from '../support/small-nets';

const [channels, size, outputs, kernel, stride] = [3, 60, 24, 7, 2] as const;

/** A convolution whose filler rejects its `sparse`, followed by an inner product. */
const refused = `name: "refused"
layer {
  name: "data"
  type: "Input"
  top: "data"
  input_param { shape { dim: 1 dim: ${channels} dim: ${size} dim: ${size} } }
}
# The first layer.
layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  convolution_param {
    num_output: ${outputs}
    kernel_size: ${kernel}
    stride: ${stride}
    weight_filler {
      type: "xavier"
      sparse: 4
    }
  }
}
layer {
  name: "ip1"
  type: "InnerProduct"
  bottom: "conv1"
  top: "ip1"
  inner_product_param {
    num_output: 10
    weight_filler { type: "msra" }
  }
}
`;

/** The same, with a quote missing in the first layer and a colon in the second. */
const broken = refused.replace('sparse: 4\n', '').replace('name: "data"', 'name: "data').replace('stride: ', 'stride ');

/** Valid, but unformatted and with a field without effect. The tests refer to its lines, which count from 1. */
const written = `name: "written"
layer{
 name:"data"
      type: "Input"
  top :"data"
  input_param{shape{dim:1 dim:3 dim:8 dim:8}} # one image
}
layer {
  name: "unit1/conv"
  type: "Convolution"
  bottom: "data"
  top: "unit1/conv"
  # slides
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" std: 0.1 } }
}
layer { name: "unit1/act" type: "TanH" bottom: "unit1/conv" top: "unit1/act" }
layer { name: "out" type: "InnerProduct" bottom: "unit1/act" top: "out" inner_product_param { num_output: 2 } }
`;

/** A net with a database for training and testing. */
const trained = `layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "mnist" batch_size: 2 } transform_param { crop_size: 24 } }
layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 10 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }
`;

/** Two inputs, one of them selected by a stage, and a block with a prefix. */
const stages = `layer {
  name: "data" type: "Input" top: "data"
  input_param { shape { dim: 1 dim: 3 dim: 60 dim: 60 } }
  exclude { stage: "small" }
}
layer {
  name: "data" type: "Input" top: "data"
  input_param { shape { dim: 1 dim: 3 dim: 30 dim: 30 } }
  include { stage: "small" }
}
layer {
  name: "block/conv" type: "Convolution" bottom: "data" top: "block/conv"
  convolution_param { num_output: 8 kernel_size: 3 weight_filler { type: "msra" } }
}
layer {
  name: "block/relu" type: "ReLU"
  bottom: "block/conv"
  top: "block/conv"
}
`;

/** Data, as many blocks of three layers, and a layer for the result. */
function blocks(count: number): string {
  const layer = (type: string, name: string, bottom: string, top: string, more = ''): string =>
    `layer {\n  name: "${name}"\n  type: "${type}"\n  bottom: "${bottom}"\n  top: "${top}"\n${more}}\n`;
  const conv = 'convolution_param { num_output: 3 kernel_size: 1 bias_term: true weight_filler { type: "msra" } }\n';
  const input =
    'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
  const parts = Array.from({ length: count }, (_, i) => {
    const [from, top] = [i === 0 ? 'data' : `b${i - 1}`, `b${i}`];
    return (
      layer('Convolution', `${top}/conv`, from, top, conv) +
      layer('ReLU', `${top}/relu`, top, top) +
      layer('Scale', `${top}/scale`, top, top, 'scale_param { filler { value: 1 } }\n')
    );
  });
  return input + parts.join('') + layer('Softmax', 'prob', `b${count - 1}`, 'prob');
}

/** A convolution of each channel alone, which some targets want as one with groups. */
const depthwise = `layer {
  name: "data" type: "Input" top: "data"
  input_param { shape { dim: 1 dim: 3 dim: 60 dim: 60 } }
}
layer {
  name: "dw"
  type: "ConvolutionDepthwise"
  bottom: "data"
  top: "dw"
  convolution_param { num_output: 3 kernel_size: 3 bias_term: false weight_filler { type: "msra" } }
}
layer { name: "act" type: "ReLU" bottom: "dw" top: "dw" }
`;

const side = Math.floor((size - kernel) / stride) + 1;

/** The convolution in `refused.prototxt`: `fan_in` = count / shape[0], `fan_out` = count / shape[1], scale = √(3 / fan_in). */
export const conv1 = {
  weights: [outputs, channels, kernel, kernel],
  fanIn: channels * kernel * kernel,
  fanOut: outputs * kernel * kernel,
  scale: Math.fround(Math.sqrt(3 / (channels * kernel * kernel))),
  top: [1, outputs, side, side],
} as const;

export function writeNets(folder: string): void {
  writeFileSync(join(folder, 'refused.prototxt'), refused);
  // One for each test file that edits it.
  writeFileSync(join(folder, 'refused-zh.prototxt'), refused);
  writeFileSync(join(folder, 'broken.prototxt'), broken);
  writeFileSync(join(folder, 'stages.prototxt'), stages);
  writeFileSync(join(folder, 'written.prototxt'), written);
  writeFileSync(join(folder, 'trained.prototxt'), trained);
  writeFileSync(join(folder, 'lacking.prototxt'), lackingNet);
  writeFileSync(join(folder, 'blocks.prototxt'), blocks(20));
  writeFileSync(join(folder, 'depthwise.prototxt'), depthwise);
}
