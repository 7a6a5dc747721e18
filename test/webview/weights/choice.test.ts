/** Which blob the initial weights panel shows. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { weightsView } from '#core/weights/view';
import { choose, layerAtLine } from '#protocol/weights-choice';
import type { WeightsAnswer } from '#protocol/weights';

const text = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer { name: "a" type: "Convolution" bottom: "d" top: "a" convolution_param { num_output: 4 kernel_size: 3 } }

layer { name: "r" type: "ReLU" bottom: "a" top: "a" }
layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 5 bias_term: false } }
layer { name: "p" type: "Softmax" bottom: "b" top: "p" }`;

const answer: WeightsAnswer = {
  ...weightsView(analyze(text, { dialect: bvlc }).state(testState)),
  lines: [
    [1, 1],
    [4, 4],
  ],
  seed: undefined,
  pairing: undefined,
};

test.each([
  ['a', 'bias', 'a bias'],
  ['a', '', 'a weight'],
  ['b', 'bias', 'b weight'],
  ['gone', 'weight', 'a weight'],
])('selects by %s, %s', (layer, role, expected) => {
  const found = choose(answer, { layer, role });
  expect(`${found?.layer.name} ${found?.blob.role}`).toBe(expected);
});

test('selects the layer at the cursor, else the next one with weights, else the last', () => {
  expect([0, 1, 2, 3, 4, 5].map((line) => layerAtLine(answer, line)?.name)).toEqual(['a', 'a', 'b', 'b', 'b', 'b']);
});

test('selects nothing in a net without weights', () => {
  const none: WeightsAnswer = { ...answer, layers: [], lines: [] };
  expect([choose(none, { layer: 'a', role: '' }), layerAtLine(none, 1)]).toEqual([undefined, undefined]);
});
