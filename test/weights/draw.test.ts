/** crc32 of blobs as Caffe drew them after `set_random_seed(1701)`. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { crc32 } from '#core/weights/crc32';
import { drawNet } from '#core/weights/draw';

function drawn(text: string): readonly string[] {
  const state = analyze(text, { dialect: bvlc }).state(testState);
  const draw = drawNet(state, 1701);
  return state.layers.flatMap(({ params }) =>
    params.map((weight) => crc32(draw.values(weight)?.values ?? new Float32Array())),
  );
}

test('crc32 is that of the IEEE, over little-endian bytes', () => {
  expect(crc32(new Float32Array(3))).toBe('7bd5c66f');
});

test('weights come layer after layer, weight then bias', () => {
  const text = `
    layer { name: "in0" type: "Input" top: "in0" input_param { shape { dim: 1 dim: 4 dim: 1 dim: 3 } } }
    layer { name: "tile" type: "Tile" bottom: "in0" top: "out" tile_param { axis: 2 tiles: 1 } }
    layer { name: "next" type: "InnerProduct" bottom: "out" top: "next" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }`;
  expect(drawn(text)).toEqual(['df6fdda4', '7bd5c66f']);
});

test('a blob looked at again, or out of order, has the same values', () => {
  const text = `
    layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
    layer { name: "a" type: "Convolution" bottom: "d" top: "a" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "msra" } bias_filler { type: "uniform" } } }
    layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 5 weight_filler { type: "gaussian" sparse: 2 } } }`;
  const state = analyze(text, { dialect: bvlc }).state(testState);
  const weights = state.layers.flatMap(({ params }) => params);
  const forward = drawNet(state, 7);
  const inOrder = weights.map((weight) => crc32(forward.values(weight)?.values ?? new Float32Array()));
  const backward = drawNet(state, 7);
  const reversed = [...weights].reverse().map((weight) => crc32(backward.values(weight)?.values ?? new Float32Array()));
  expect(reversed.reverse()).toEqual(inOrder);
  expect(new Set(inOrder).size).toBe(4);
});
