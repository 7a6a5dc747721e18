/** swish_layer.cpp: the shape of the bottom. */
import { expect, test } from 'vitest';
import { bottomGradients } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('Swish', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'beta: 2', '2×3'],
]);

test('the gradient is the same in place: it reads the top, and the sigmoid that Forward has computed', async () => {
  const sigmoid = 1 / (1 + Math.exp(-1));
  for (const top of ['x', 'y'] as const) {
    const [[found] = []] = (await bottomGradients('type: "Swish"', { value: 1, top })) as [number[]];
    expect(found).toBeCloseTo(sigmoid + sigmoid * (1 - sigmoid), 6);
  }
});
