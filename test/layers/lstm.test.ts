/** lstm_layer.cpp: T × N × num_output; weights of four gates from the input, their bias, and from the last step. */
import { expect, test } from 'vitest';
import type { Value } from '#core/net/graph';
import { constant, gradientsIn, weighted } from '../support/gradients';
import { layerTable } from '../support/layer-table';
import { lowered } from '../support/lowered';

layerTable('LSTM', [
  ['5×2×3, 5×2', 'num_output: 4', '5×2×4 | 16×3, 16, 16×4'],
  ['5×2×3×2, 5×2', 'num_output: 1', '5×2×1 | 4×6, 4, 4×1'],
  ['5×2×3, 5×2, 2×6', 'num_output: 4', '5×2×4 | 16×3, 16, 16×6, 16×4'],
  ['5×2×3, 5×2', 'num_output: 4 expose_hidden: true', '? ! net/bottom-count LSTM ! net/top-count LSTM'],
  ['5×2×3, 5×3', 'num_output: 4', '? | 16×3, 16, 16×4 ! layer/markers-differ b1'],
  ['5×2×3, 5×2', '', '? | ?×3, ?, ?×? ! layer/num-output-missing LSTM'],
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
    `layer { name: "it" type: "LSTM" bottom: "x" bottom: "markers" bottom: "h0" bottom: "c0" top: "y" top: "h" top: "c"
recurrent_param { num_output: 1 expose_hidden: true weight_filler { value: 0.5 } } }`,
    weighted(top),
  ]);
  const [x, markers] = found.get('it')?.bottoms ?? [];
  expect(x?.some((value) => value !== 0)).toBe(reaches);
  expect(markers).toBeNull();
});

test.each([
  [10_000, false],
  [10_001, true],
])('%i time steps are too many to run: %s', (steps, tooMany) => {
  const blob = (...shape: number[]): Value => ({ kind: 'blob', type: 'float', shape, blob: 0 });
  const found = lowered(
    'bvlc',
    'LSTM',
    'num_output: 1',
    [blob(steps, 1, 1), blob(steps, 1)],
    [blob(4, 1), blob(4), blob(4, 1)],
  );
  expect(found === 'too-many-steps').toBe(tooMany);
});
