/** Pooling whose size is computed otherwise than in BVLC's Caffe. */
import type { LayerRule } from '../../net/rules';
import { bool } from '../../schema/message';
import { pooling, poolingBy, whenPadded, type KnownWindow } from '../pooling';
import { withoutNodes } from './without-nodes';

/** That of PR 3057 of BVLC/caffe, which many forks include: `ceil_mode` selects how the size is rounded. */
export const poolingCeilMode: LayerRule = {
  ...pooling,
  summary:
    'Takes the maximum (`MAX`) or average (`AVE`) of each window. Top: (N, C, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded up unless `ceil_mode: false`.',
  setUp: poolingBy((param) => (bool(param, 'ceil_mode') ? 'CEIL' : 'FLOOR')),
};

/**
 * As Darknet's: one window more on each side where the kernel's height minus the stride is odd and positive, so that a
 * kernel of 2 with stride 1 keeps the size (pooling_layer.cpp of ChenYingpeng/darknet2caffe).
 */
export const poolingDarknet: LayerRule = {
  ...withoutNodes(pooling),
  setUp: poolingBy(
    () => 'CEIL',
    whenPadded,
    (windows) => windows.slice(0, 1).filter(isOdd).length,
  ),
};

function isOdd({ kernel, stride }: KnownWindow): boolean {
  return kernel !== null && (kernel - stride) % 2 === 1;
}
