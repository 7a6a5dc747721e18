/** What Forward finds and leaves behind where layers in place change shapes, compared with Caffe's own loops over one memory. */
import { describe, expect, test } from 'vitest';
import { constant } from '../support/gradients';
import { inputOf as input, ran } from '../support/ran';

/** Power sets its tops up again, as an Input does not: each Forward begins with the whole shape. */
const copied = 'layer { name: "x" type: "Power" bottom: "in" top: "x" }';

const lowest = -3.4028234663852886e38;
const mixed = Array.from({ length: 36 }, (_, i) => ((i * 7) % 36) / 4 - 3);

/** pooling_layer.cpp, with the top's memory being the bottom's: 2×2 planes of 3×3, windows of 2×2, stride 1. */
function pooledInPlace(values: readonly number[], method: 'MAX' | 'AVE'): readonly number[] {
  const memory = [...values];
  const [planes, size, pooled] = [4, 3, 2];
  memory.fill(method === 'MAX' ? lowest : 0, 0, planes * pooled * pooled);
  for (let plane = 0; plane < planes; plane++) {
    // `offset` of bottom and top is the same: one blob has one shape.
    const start = plane * pooled * pooled;
    for (let at = 0; at < pooled * pooled; at++) {
      const [row, column] = [Math.floor(at / pooled), at % pooled];
      const to = start + at;
      for (const h of [row, row + 1])
        for (const w of [column, column + 1]) {
          const value = memory[start + h * size + w] ?? NaN;
          memory[to] = method === 'MAX' ? Math.max(memory[to] ?? NaN, value) : (memory[to] ?? NaN) + value;
        }
      if (method === 'AVE') memory[to] = (memory[to] ?? NaN) / 4;
    }
  }
  return memory.slice(0, planes * pooled * pooled);
}

describe('a layer in place that makes its blob smaller', () => {
  test.each(['MAX', 'AVE'] as const)('Pooling, %s', async (method) => {
    const pool = `layer { name: "pool" type: "Pooling" bottom: "x" top: "x" pooling_param { pool: ${method} kernel_size: 2 } }`;
    const { tops, bottoms } = await ran([input('in', 2, 2, 3, 3), copied, pool], { in: mixed });
    expect(tops.get('pool')).toEqual({ shape: [2, 2, 2, 2], values: pooledInPlace(mixed, method) });
    // Backward first sets the gradient of the bottom to 0, which is that of the top.
    expect(bottoms.get('pool')).toEqual([new Array(16).fill(0)]);
  });

  test('Pooling of the same size overwrites all that it would read', async () => {
    const pool = 'layer { name: "pool" type: "Pooling" bottom: "x" top: "x" pooling_param { kernel_size: 3 pad: 1 } }';
    const { tops } = await ran([input('in', 1, 1, 2, 2), copied, pool]);
    expect(tops.get('pool')?.values).toEqual([lowest, lowest, lowest, lowest]);
  });

  test('Pooling with padding may read what it has written: not run', async () => {
    const pool =
      'layer { name: "pool" type: "Pooling" bottom: "x" top: "x" pooling_param { kernel_size: 3 pad: 1 stride: 2 } }';
    const { stopped } = await ran([input('in', 1, 1, 5, 5), copied, pool]);
    expect(stopped).toEqual({ layer: 'pool', type: 'Pooling', reason: 'spoilt' });
  });

  test('InnerProduct', async () => {
    const product = `layer { name: "fc" type: "InnerProduct" bottom: "x" top: "x"
      inner_product_param { num_output: 2 weight_filler { value: 0.5 } bias_filler { value: 0.25 } } }`;
    const { tops } = await ran([input('in', 3, 4), copied, product], {
      in: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    });
    // Its top takes six values, which are set to 0 before the product reads them.
    expect(tops.get('fc')).toEqual({ shape: [3, 2], values: [0.25, 0.25, 7.75, 7.75, 21.25, 21.25] });
  });

  test('Convolution reads each image where one of the top begins', async () => {
    const layer = `layer { name: "conv" type: "Convolution" bottom: "x" top: "x"
      convolution_param { num_output: 1 kernel_size: 3 pad: 1 weight_filler { value: 1 } } }`;
    const { tops } = await ran([input('in', 2, 2, 1, 2), copied, layer], { in: [1, 2, 3, 4, 5, 6, 7, 8] });
    // Images of two channels with two values each, from 0 and from 2.
    expect(tops.get('conv')).toEqual({ shape: [2, 1, 1, 2], values: [10, 10, 18, 18] });
  });

  test('a layer that finds gradients by the shape of its top loses them', async () => {
    const layers = [
      input('a', 1, 1, 4, 4),
      'layer { name: "first" type: "Pooling" bottom: "a" top: "x" pooling_param { kernel_size: 2 } }',
      'layer { name: "pool" type: "Pooling" bottom: "x" top: "x" pooling_param { kernel_size: 2 } }',
    ];
    expect((await ran(layers)).lost).toEqual({ layer: 'first', type: 'Pooling', reason: 'no-gradient' });
  });

  test('the memory has a gradient of 0 behind the smaller top', async () => {
    const layers = [
      input('in', 1, 1, 3, 3),
      copied,
      'layer { name: "view" type: "Reshape" bottom: "x" top: "view" reshape_param { shape { dim: 0 } num_axes: 1 } }',
      'layer { name: "pool" type: "Pooling" bottom: "view" top: "view" pooling_param { kernel_size: 2 } }',
    ];
    const { tops, bottoms } = await ran(layers, { in: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
    expect(tops.get('pool')?.values).toEqual([5, 6, 8, 9]);
    expect(bottoms.get('view')).toEqual([new Array(9).fill(0)]);
  });
});

describe('shapes that Forward finds', () => {
  test('an Input keeps the shape that a layer in place has given it', async () => {
    const norm = 'layer { name: "norm" type: "MVN" bottom: "in" top: "in" }';
    const { tops } = await ran([input('in', 2, 3), norm]);
    expect(tops.get('in')?.shape).toEqual([2, 3, 1, 1]);
  });

  test('its blob becomes smaller once more', async () => {
    const pool = 'layer { name: "pool" type: "Pooling" bottom: "x" top: "x" pooling_param { kernel_size: 2 } }';
    const { tops } = await ran([constant('x', 1, [1, 1, 4, 4]), pool]);
    expect([tops.get('x')?.shape, tops.get('pool')?.shape]).toEqual([
      [1, 1, 3, 3],
      [1, 1, 2, 2],
    ]);
  });

  test('Caffe aborts where the weights no longer fit', async () => {
    const fc = 'layer { name: "fc" type: "InnerProduct" bottom: "in" top: "in" inner_product_param { num_output: 2 } }';
    expect((await ran([input('in', 1, 4), fc])).stopped).toEqual({
      layer: 'fc',
      type: 'InnerProduct',
      reason: 'reshaped',
    });
  });

  test('data layers, which are inputs of a run, still draw nothing', async () => {
    const weights = 'weight_filler { type: "gaussian" std: 1 }';
    const layers = [
      'layer { name: "data" type: "Data" top: "data" transform_param { crop_size: 2 } data_param { source: "d" batch_size: 1 } } # prototxt: datum 1x2x2',
      `layer { name: "fc" type: "InnerProduct" bottom: "data" top: "fc" inner_product_param { num_output: 1 ${weights} } }`,
    ];
    const norm = ['layer { name: "norm" type: "MVN" bottom: "in" top: "in" }'];
    const alone = await ran(layers);
    const beside = await ran([...layers, input('in', 2, 3), ...norm]);
    expect(beside.tops.get('in')?.shape).toEqual([2, 3, 1, 1]);
    expect(beside.tops.get('fc')?.values).toEqual(alone.tops.get('fc')?.values);
  });

  test('Filter passes on as many items as its selector is filled for', async () => {
    const layers = [
      input('in', 3, 2),
      input('chosen', 3),
      'layer { name: "filter" type: "Filter" bottom: "in" bottom: "chosen" top: "y" }',
      'layer { name: "fc" type: "InnerProduct" bottom: "y" top: "z" inner_product_param { num_output: 1 weight_filler { value: 1 } } }',
    ];
    const { tops, stopped, bottoms, lost } = await ran(layers, { in: [1, 2, 3, 4, 5, 6] });
    expect([stopped, lost]).toEqual([undefined, undefined]);
    // Not so much as a gradient of 0 for the selector.
    expect(bottoms.get('filter')).toEqual([
      [expect.any(Number), expect.any(Number), 0, 0, expect.any(Number), expect.any(Number)],
      null,
    ]);
    expect(tops.get('fc')).toEqual({ shape: [2, 1], values: [3, 11] });
  });

  test('Filter of a computed selector ends the run at the next layer', async () => {
    const layers = [
      input('in', 3, 2),
      input('other', 3),
      'layer { name: "chosen" type: "Threshold" bottom: "other" top: "chosen" }',
      'layer { name: "filter" type: "Filter" bottom: "in" bottom: "chosen" top: "y" }',
      'layer { name: "fc" type: "InnerProduct" bottom: "y" top: "z" inner_product_param { num_output: 1 } }',
    ];
    expect((await ran(layers)).stopped).toEqual({ layer: 'fc', type: 'InnerProduct', reason: 'dynamic' });
  });
});

test('ReLU of infinite values is not a number, as in Caffe', async () => {
  const layers = [
    input('in', 3),
    'layer { name: "log" type: "Log" bottom: "in" top: "log" }',
    'layer { name: "relu" type: "ReLU" bottom: "log" top: "relu" }',
  ];
  const { tops } = await ran(layers, { in: [0, Math.E, 0.5] });
  expect(tops.get('relu')?.values).toEqual([NaN, expect.closeTo(1, 5), -0]);
});
