/**
 * Samples the bottom at positions that an affine transformation gives: `output_H` × `output_W`, by default the size of
 * the bottom (st_layer.cpp, which several Caffes share). The second bottom has the values of θ that are not written.
 */
import type { SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { has } from '../../schema/message';
import { atBottom } from '../shared/at';
import { countOf } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { needsSame } from './needs';
import { writtenIn } from './loose';
import { arityOf, shaped } from './shaped';

export const spatialTransformer = shaped({
  type: 'SpatialTransformer',
  summary:
    'Samples a map at positions that are transformed by θ. Bottoms: the map (N, C, H, W), and θ. Top: (N, C, `output_H`, `output_W`), by default the size of the map.',
  param: 'st_param',
  arity: arityOf([2, 2], [1, 1]),
  tops: ({ param, bottoms: [data] }) => [
    [
      legacyDim(data, 'num'),
      legacyDim(data, 'channels'),
      writtenIn(param, 'output_H') ?? legacyDim(data, 'height'),
      writtenIn(param, 'output_W') ?? legacyDim(data, 'width'),
    ],
  ],
  check: (input) => [...needsSame(input, 1, 0, ['num']), ...thetaProblems(input)],
});

const written = ['theta_1_1', 'theta_1_2', 'theta_1_3', 'theta_2_1', 'theta_2_2', 'theta_2_3'];

/** θ has six values, those of the fields and those of the second bottom. */
function thetaProblems({ layer, param, bottoms: [, theta = null] }: SetUpInput): readonly Problem[] {
  const expected = 6 - written.filter((name) => has(param, name)).length;
  const found = countOf(theta, 1);
  if (theta === null || found === null || found === expected || theta.length === 0) return [];
  return [atBottom(layer, 1, 'fork/bottom-size', { dimension: 'channels', expected, found })];
}
