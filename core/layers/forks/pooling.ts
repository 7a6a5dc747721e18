/** Pooling of PR 3057 of BVLC/caffe, which many forks include: `ceil_mode` selects how the size is rounded. */
import type { LayerRule } from '../../net/rules';
import { bool } from '../../schema/message';
import { pooling, poolingBy } from '../pooling';

export const poolingCeilMode: LayerRule = {
  ...pooling,
  summary:
    'Takes the maximum (`MAX`) or average (`AVE`) of each window. Top: (N, C, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded up unless `ceil_mode: false`.',
  setUp: poolingBy((param) => (bool(param, 'ceil_mode') ? 'CEIL' : 'FLOOR')),
};
