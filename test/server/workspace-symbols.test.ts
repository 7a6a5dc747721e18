/** Layers of a workspace. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { fitsQuery, layersOf } from '#server/features/workspace-symbols';

test('finds layers of a workspace by their letters', () => {
  const found = layersOf(
    analyze(
      'layer { name: "res2a_branch1" type: "Convolution" }\nlayer { name: "pool" type: "Pooling" }\nlayers { layer { name: "old" type: "conv" } }',
      { dialect: bvlc },
    ),
  );
  expect(found.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'res2a_branch1 Convolution',
    'pool Pooling',
    'old conv',
  ]);
  expect(fitsQuery('res2a_branch1', 'Res1')).toBe(true);
  expect(fitsQuery('res2a_branch1', '1res')).toBe(false);
});
