import { expect, test } from 'vitest';
import { imageBatch } from '#core/cost/batch';
import type { Shape } from '#core/net/shape';

test.each<readonly [string, readonly Shape[], number | undefined]>([
  ['images and their labels', [[8, 3, 9, 9], [8]], 8],
  ['one image', [[1, 3, 9, 9]], undefined],
  [
    'images of two batches',
    [
      [8, 3, 9, 9],
      [4, 3, 9, 9],
    ],
    undefined,
  ],
  // Time steps × sequences × features.
  [
    'sequences',
    [
      [20, 4, 100],
      [20, 4],
    ],
    undefined,
  ],
  ['images of unknown size', [[8, 3, null, null]], 8],
  ['an unknown batch', [[null, 3, 9, 9]], undefined],
  // SSD's labels are one list for the whole batch, of unknown length.
  [
    'images and lists of boxes',
    [
      [8, 3, 9, 9],
      [1, 1, null, 8],
    ],
    8,
  ],
  ['an unknown shape', [null], undefined],
])('of %s', (_, inputs, batch) => expect(imageBatch(inputs)).toBe(batch));
