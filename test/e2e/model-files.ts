/** Weights files for the tests of their editor, and a net that fits one of them in part. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });

/** A message of BVLC's proto, in protobuf's binary form. */
export function encoded(type: string, message: object): Uint8Array {
  const found = root.lookupType(type);
  return found.encode(found.fromObject(message)).finish();
}

/** Oriented stripes, as first layers learn them: `outputs` filters of 3 × `size` × `size`. */
export function stripes(outputs: number, size: number): readonly number[] {
  return Array.from({ length: outputs * 3 * size * size }, (_, i) => {
    const output = Math.floor(i / (3 * size * size));
    const channel = Math.floor(i / (size * size)) % 3;
    const [y, x] = [(Math.floor(i / size) % size) - (size - 1) / 2, (i % size) - (size - 1) / 2];
    const angle = (output * Math.PI) / 8;
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const frequency = 0.6 + 0.25 * (Math.floor(output / 8) % 4);
    const tint = output % 3 === channel ? 1 : output % 5 === 0 ? 0.9 : 0.4;
    return 0.2 * tint * Math.cos(along * frequency + output) * Math.exp(-(x * x + y * y) / (0.12 * size * size));
  });
}

/** A sum of three values of a small generator: nearly normal. */
export function noise(count: number, scale: number): readonly number[] {
  let seed = 12345;
  const next = (): number => (seed = (1103515245 * seed + 12345) % 2147483648) / 2147483648 - 0.5;
  return Array.from({ length: count }, () => scale * (next() + next() + next()));
}

const blob = (data: readonly number[], ...dim: readonly number[]): object => ({ shape: { dim }, data });

const fc6 = [...noise(512 * 576, 0.02)];
fc6[7] = NaN;
const layer = [
  { name: 'data', type: 'Input' },
  { name: 'conv1', type: 'Convolution', blobs: [blob(stripes(64, 11), 64, 3, 11, 11), blob(noise(64, 0.1), 64)] },
  { name: 'relu1', type: 'ReLU' },
  {
    name: 'conv2',
    type: 'Convolution',
    blobs: [blob(noise(64 * 64 * 9, 0.1), 64, 64, 3, 3), blob(new Array<number>(64).fill(0), 64)],
  },
  { name: 'fc6', type: 'InnerProduct', blobs: [blob(fc6, 512, 576), blob(noise(512, 0.1), 512)] },
  { name: 'fc8_flickr', type: 'InnerProduct', blobs: [blob(noise(20 * 512, 0.05), 20, 512), blob(noise(20, 0.1), 20)] },
];

/** A `.caffemodel` that looks trained: one value of fc6 is not a number, fc8_flickr is not in the net. */
function filters(): Uint8Array {
  return encoded('caffe.NetParameter', { name: 'filters', layer });
}

const ip = (name: string, bottom: string, outputs: number): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: ${outputs} } }\n`;
const conv = (name: string, bottom: string, kernel: number, stride: number): string =>
  `layer { name: "${name}" type: "Convolution" bottom: "${bottom}" top: "${name}" convolution_param { num_output: 64 kernel_size: ${kernel} stride: ${stride} } }\n`;

/** A net beside it: one layer loads nothing, one has another shape, one is missing. */
const filtersNet = `name: "filters"
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 27 dim: 27 } } }
${conv('conv1', 'data', 11, 4)}layer { name: "relu1" type: "ReLU" bottom: "conv1" top: "conv1" }
${conv('conv2', 'conv1', 3, 1)}${ip('fc6', 'conv2', 256)}${ip('fc7', 'fc6', 128)}${ip('fc8', 'fc7', 10)}`;

/** The weights file and the net, with the same name. */
export function writeFilters(folder: string, name: string): void {
  writeFileSync(join(folder, `${name}.caffemodel`), filters());
  writeFileSync(join(folder, `${name}.prototxt`), filtersNet);
}
