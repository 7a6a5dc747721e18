/**
 * Convolution in place, compared with Caffe's loops over one memory of values and one of gradients, and the layers before
 * it that find gradients by the shape of their top, which is another one by then.
 */
import { describe, expect, test } from 'vitest';
import { inputOf as input, ran, type Ran } from '../support/ran';

type Sides = readonly [high: number, wide: number];

interface Case {
  readonly images: number;
  readonly channels: number;
  readonly size: Sides;
  readonly outputs: number;
  readonly kernel: Sides;
  readonly stride?: Sides;
  readonly pad?: Sides;
  readonly dilation?: Sides;
  readonly group?: number;
  /** force_nd_im2col */
  readonly nd?: boolean;
}

const plain = { stride: [1, 1], pad: [0, 0], dilation: [1, 1], group: 1, nd: false } as const;
const sides = [0, 1] as const;

function topSize({ size, kernel, stride, pad, dilation }: Required<Case>): Sides {
  const [high = 0, wide = 0] = sides.map(
    (i) => Math.trunc((size[i] + 2 * pad[i] - dilation[i] * (kernel[i] - 1) - 1) / stride[i]) + 1,
  );
  return [high, wide];
}

/** base_conv_layer.cpp and im2col.cpp, with one memory for bottom and top, whose shape both have. */
function convolver(asked: Required<Case>, weights: readonly number[]) {
  const { images, channels, outputs, kernel, stride, pad, dilation, group, nd } = asked;
  const [height, width] = topSize(asked);
  const [plane, taps] = [height * width, kernel[0] * kernel[1]];
  const [step, rows] = [outputs * plane, channels * taps];
  const buffer = new Array<number>(rows * plane).fill(0);
  const windows = nd ? ([height, width] as const) : topSize({ ...asked, size: [height, width] });
  /** Each place of the column buffer and the image that belong together; `image` is undefined for padding. */
  const pairs = function* (): Generator<readonly [column: number, image: number | undefined]> {
    let column = 0;
    for (let row = 0; row < rows; row++)
      for (let y = 0; y < windows[0]; y++)
        for (let x = 0; x < windows[1]; x++) {
          const tap = row % taps;
          const h = y * stride[0] - pad[0] + Math.floor(tap / kernel[1]) * dilation[0];
          const w = x * stride[1] - pad[1] + (tap % kernel[1]) * dilation[1];
          const isInside = h >= 0 && h < height && w >= 0 && w < width;
          yield [column++, isInside ? Math.floor(row / taps) * plane + h * width + w : undefined];
        }
  };
  const unroll = (memory: readonly number[], start: number): void => {
    for (const [column, image] of pairs()) buffer[column] = image === undefined ? 0 : (memory[start + image] ?? NaN);
  };
  const products = function* (): Generator<readonly [weight: number, column: number, output: number]> {
    const [own, depth] = [outputs / group, rows / group];
    for (let o = 0; o < outputs; o++)
      for (let k = 0; k < depth; k++)
        for (let at = 0; at < plane; at++)
          yield [o * depth + k, (Math.floor(o / own) * depth + k) * plane + at, o * plane + at];
  };
  return {
    forward(memory: number[], bias: readonly number[]): void {
      for (let n = 0; n < images; n++) {
        unroll(memory, n * step);
        memory.fill(0, n * step, (n + 1) * step);
        for (const [weight, column, output] of products())
          memory[n * step + output] =
            (memory[n * step + output] ?? NaN) + (weights[weight] ?? 0) * (buffer[column] ?? 0);
        for (let i = 0; i < step; i++)
          memory[n * step + i] = (memory[n * step + i] ?? NaN) + (bias[Math.floor(i / plane)] ?? 0);
      }
    },
    /** Returns the gradients of weights and bias. */
    backward(memory: readonly number[], gradient: number[]): readonly [number[], number[]] {
      const ofBias = Array.from({ length: outputs }, (_, o) =>
        gradient
          .slice(0, images * step)
          .reduce((sum, each, i) => sum + (Math.floor(i / plane) % outputs === o ? each : 0), 0),
      );
      const ofWeights = weights.map(() => 0);
      for (let n = 0; n < images; n++) {
        unroll(memory, n * step);
        for (const [weight, column, output] of products())
          ofWeights[weight] = (ofWeights[weight] ?? 0) + (buffer[column] ?? 0) * (gradient[n * step + output] ?? NaN);
        buffer.fill(0);
        for (const [weight, column, output] of products())
          buffer[column] = (buffer[column] ?? 0) + (weights[weight] ?? 0) * (gradient[n * step + output] ?? NaN);
        gradient.fill(0, n * step, n * step + (nd ? outputs : channels) * plane);
        for (const [column, image] of pairs())
          if (image !== undefined)
            gradient[n * step + image] = (gradient[n * step + image] ?? NaN) + (buffer[column] ?? 0);
      }
      return [ofWeights, ofBias];
    },
  };
}

function numbers(count: number, step: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (((i * step) % 17) - 8) / 8);
}

function convolution(asked: Required<Case>, weights: readonly number[], bias: readonly number[]): string {
  const { channels, outputs, kernel, stride, pad, dilation, group, nd } = asked;
  const pair = (name: string, [high, wide]: Sides): string => `${name}_h: ${high} ${name}_w: ${wide}`;
  const list = (name: string, all: Sides): string => all.map((each) => `${name}: ${each}`).join(' ');
  const dims = [outputs, channels / group, ...kernel].map((dim) => `dim: ${dim}`).join(' ');
  return `layer { name: "conv" type: "Convolution" bottom: "x" top: "x"
    convolution_param { num_output: ${outputs} ${pair('kernel', kernel)} ${pair('stride', stride)} ${pair('pad', pad)}
      ${list('dilation', dilation)} group: ${group} force_nd_im2col: ${nd} }
    blobs { shape { ${dims} } data: [${weights.join(', ')}] }
    blobs { shape { dim: ${outputs} } data: [${bias.join(', ')}] } }`;
}

const loss = 'layer { name: "loss" type: "EuclideanLoss" bottom: "x" bottom: "wanted" top: "loss" }';
const copied = 'layer { name: "x" type: "Power" bottom: "in" top: "x" }';

interface Compared {
  readonly found: Ran;
  /** The whole memory of the blob, and of its gradient. */
  readonly values: readonly number[];
  readonly gradient: readonly number[];
  readonly params: readonly (readonly number[])[];
}

/** `first`: the layers that make `x`, from `in`; `made`: its values. */
async function compared(short: Case, first: readonly string[] = [copied], made?: readonly number[]): Promise<Compared> {
  const asked = { ...plain, ...short };
  const { images, channels, size, outputs, kernel, group } = asked;
  const given = numbers(images * channels * size[0] * size[1], 5);
  const weights = numbers((outputs * channels * kernel[0] * kernel[1]) / group, 7);
  const bias = numbers(outputs, 3);
  const top = [images, outputs, ...topSize(asked)];
  const count = top.reduce((all, each) => all * each, 1);
  const wanted = numbers(count, 11);
  const layers = [
    input('in', images, channels, ...size),
    input('wanted', ...top),
    ...first,
    convolution(asked, weights, bias),
    loss,
  ];
  const found = await ran(layers, { in: given, wanted });
  const values = [...(made ?? given)];
  const caffe = convolver(asked, weights);
  caffe.forward(values, bias);
  const gradient = values.map((value, i) => (i < count ? (value - (wanted[i] ?? 0)) / images : 0));
  const params = caffe.backward(values, gradient);
  return { found, values, gradient, params };
}

function close(values: readonly number[] | null | undefined, wanted: readonly number[]): void {
  expect(values?.length).toBe(wanted.length);
  wanted.forEach((each, i) => expect(values?.[i]).toBeCloseTo(each, 4));
}

/** All of up to 16 values: more are not kept. */
const cases: readonly (readonly [string, Case])[] = [
  ['of a smaller size', { images: 2, channels: 1, size: [3, 4], outputs: 1, kernel: [2, 2] }],
  ['of two channels', { images: 2, channels: 2, size: [2, 3], outputs: 2, kernel: [1, 2] }],
  [
    'with more outputs than channels',
    { images: 2, channels: 1, size: [4, 5], outputs: 2, kernel: [2, 2], stride: [2, 2] },
  ],
  ['with strides', { images: 2, channels: 1, size: [5, 6], outputs: 1, kernel: [2, 2], stride: [2, 2] }],
  ['with padding', { images: 2, channels: 1, size: [4, 5], outputs: 1, kernel: [3, 3], pad: [1, 1], stride: [2, 2] }],
  ['with dilation', { images: 2, channels: 1, size: [2, 6], outputs: 1, kernel: [1, 2], dilation: [1, 2] }],
  ['with groups', { images: 2, channels: 2, size: [1, 5], outputs: 2, kernel: [1, 2], group: 2 }],
  ['by im2col_nd', { images: 2, channels: 1, size: [3, 4], outputs: 1, kernel: [2, 2], nd: true }],
  ['by im2col_nd, with more outputs', { images: 2, channels: 1, size: [3, 4], outputs: 2, kernel: [2, 3], nd: true }],
];

describe('Convolution in place', () => {
  test.each(cases)('%s', async (_, asked) => {
    const { found, values, gradient, params } = await compared(asked);
    const count = found.tops.get('conv')?.values.length ?? 0;
    close(found.tops.get('conv')?.values, values.slice(0, count));
    close(found.bottoms.get('conv')?.[0], gradient.slice(0, count));
    expect(found.params.get('conv')?.length).toBe(2);
    params.forEach((each, i) => close(found.params.get('conv')?.[i], each));
  });

  test('with fewer outputs than channels has values, but its gradients overlap', async () => {
    const asked = { images: 2, channels: 2, size: [3, 3], outputs: 1, kernel: [2, 2] } as const;
    const { found, values } = await compared(asked);
    close(found.tops.get('conv')?.values, values.slice(0, 8));
    expect(found.lost).toEqual({ layer: 'conv', type: 'Convolution', reason: 'no-gradient' });
  });

  test.each([
    ['reads its top', { images: 1, channels: 1, size: [2, 2], outputs: 1, kernel: [1, 1] }],
    [
      'has a top larger than its bottom',
      { images: 1, channels: 1, size: [2, 2], outputs: 1, kernel: [2, 2], pad: [1, 1] },
    ],
    [
      'writes beyond the column buffer',
      { images: 1, channels: 1, size: [2, 8], outputs: 1, kernel: [1, 1], pad: [1, 0], stride: [1, 8] },
    ],
  ] satisfies readonly (readonly [string, Case])[])('is not run where it %s', async (_, asked) => {
    expect((await compared(asked)).found.stopped?.reason).toBe('spoilt');
  });
});

describe('before it', () => {
  const shrinking: Case = { images: 2, channels: 2, size: [1, 3], outputs: 2, kernel: [1, 2] };

  test('Softmax adds up other positions', async () => {
    const softmax = 'layer { name: "softmax" type: "Softmax" bottom: "in" top: "x" }';
    const given = numbers(12, 5);
    const made = given.map((value, i) => {
      const other = given[Math.floor(i / 6) * 6 + ((i + 3) % 6)] ?? NaN;
      return Math.exp(value) / (Math.exp(value) + Math.exp(other));
    });
    const { found, values, gradient } = await compared(shrinking, [softmax], made);
    // softmax_layer.cpp: 2 channels of 3 positions, in images of 4 values.
    const memory = gradient.map((each, i) => (i < 8 ? each : 0));
    for (const start of [0, 4])
      for (let at = start; at < start + 3; at++) {
        const dot = [at, at + 3].reduce((sum, i) => sum + (memory[i] ?? NaN) * (values[i] ?? NaN), 0);
        for (const i of [at, at + 3]) memory[i] = (memory[i] ?? NaN) - dot;
      }
    const wanted = memory.map((each, i) => (i < 8 ? each * (values[i] ?? NaN) : each));
    close(found.bottoms.get('softmax')?.[0], wanted);
  });

  test('Slice reads the memory of its tops', async () => {
    const slice =
      'layer { name: "slice" type: "Slice" bottom: "both" top: "x" top: "rest" slice_param { slice_point: 2 } }';
    const both = 'layer { name: "both" type: "Concat" bottom: "in" bottom: "more" top: "both" }';
    const unused = 'layer { name: "silence" type: "Silence" bottom: "rest" }';
    const { found, gradient } = await compared(shrinking, [input('more', 2, 1, 1, 3), both, slice, unused]);
    // slice_layer.cpp: 2 of 3 channels, with 3 values each.
    const memory = gradient.map((each, i) => (i < 8 ? each : 0));
    const bottom = found.bottoms.get('both');
    close(bottom?.[0], memory);
    close(bottom?.[1], [0, 0, 0, 0, 0, 0]);
  });

  test('Concat finds its bottoms by the channels of its top', async () => {
    const layers = [
      input('a', 2, 2, 1, 2),
      input('b', 2, 1, 1, 2),
      'layer { name: "join" type: "Concat" bottom: "a" bottom: "b" top: "x" }',
      'layer { name: "power" type: "Power" bottom: "x" top: "x" power_param { scale: 3 } }',
      // Its Backward is not reached by a gradient, and Power sets that of its bottom.
      `layer { name: "conv" type: "Convolution" bottom: "x" top: "x" convolution_param { num_output: 2 kernel_h: 1 kernel_w: 3 pad_w: 1 pad_h: 0 } }`,
      'layer { name: "end" type: "Reduction" bottom: "a" top: "end" loss_weight: 1 }',
    ];
    const { bottoms } = await ran(layers);
    const power = bottoms.get('power')?.[0] ?? [];
    expect(power).toEqual([9, 9, 9, 9, 9, 9, 9, 9]);
    // concat_layer.cpp: images of 2 channels with 2 values each, in a memory of 12 values, of which 8 have a gradient.
    expect(bottoms.get('join')).toEqual([
      [9, 9, 9, 9, 9, 9, 9, 9],
      [9, 9, 0, 0],
    ]);
  });
});
