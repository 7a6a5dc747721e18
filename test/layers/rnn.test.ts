/** rnn_layer.cpp: T × N × num_output; weights from the input, the last step, and to the output. */
import { expect, test } from 'vitest';
import { constant, gradientsIn, weighted } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('RNN', [
  ['5×2×3, 5×2', 'num_output: 4', '5×2×4 | 4×3, 4, 4×4, 4×4, 4'],
  ['5×2×3, 5×3', 'num_output: 4', '? | 4×3, 4, 4×4, 4×4, 4 ! layer/markers-differ b1'],
  ['5×2×3, 5×2', '', '? | ?×3, ?, ?×?, ?×?, ? ! layer/num-output-missing RNN'],
]);

test.each([
  ['y', true],
  // Its gradient is overwritten within the layer.
  ['h', false],
])('the gradient of %s reaches the bottom: %s', async (top, reaches) => {
  const found = await gradientsIn([
    constant('x', 1, [2, 1, 1]),
    constant('markers', 1, [2, 1]),
    constant('h0', 0, [1, 1, 1]),
    constant('c0', 0, [1, 1, 1]),
    `layer { name: "it" type: "RNN" bottom: "x" bottom: "markers" bottom: "h0" top: "y" top: "h"
recurrent_param { num_output: 1 expose_hidden: true weight_filler { value: 0.5 } } }`,
    weighted(top),
  ]);
  const [x, markers] = found.get('it')?.bottoms ?? [];
  expect(x?.some((value) => value !== 0)).toBe(reaches);
  expect(markers).toBeNull();
});
