/** mvn_layer.cpp: always four axes. */
import { expect, test } from 'vitest';
import { constant, gradientsIn, weighted } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('MVN', [
  ['2×3', '', '2×3×1×1'],
  ['2×3×4×5', 'across_channels: true', '2×3×4×5'],
  ['2×3×4×5×6', '', '? ! layer/legacy-axes b0'],
]);

test('a constant bottom has a gradient: eps counts as part of the deviation', async () => {
  for (const top of ['x', 'y']) {
    const it = `layer { name: "it" type: "MVN" bottom: "x" top: "${top}" }`;
    const found = await gradientsIn([constant('x', 3, [1, 1, 2, 2]), it, weighted(top)]);
    expect(found.get('it')?.bottoms).toEqual([[0, 0, 0, 0]]);
  }
});
