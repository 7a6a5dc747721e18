/** pooling_layer.cpp: ⌈(in + 2·pad − kernel) / stride⌉ + 1, and with padding one less where the last window would begin behind it. */
import { layerTable } from '../support/layer-table';

layerTable('Pooling', [
  ['1×3×7×7', 'kernel_size: 2 stride: 2', '1×3×4×4'],
  ['1×3×7×7', 'kernel_size: 2 stride: 2 round_mode: FLOOR', '1×3×3×3'],
  ['1×64×112×112', 'kernel_size: 3 stride: 2', '1×64×56×56'],
  ['1×64×112×112', 'kernel_size: 3 stride: 2 round_mode: FLOOR', '1×64×55×55'],
  ['1×1×8×8', 'kernel_size: 2 stride: 2', '1×1×4×4'],
  ['1×1×5×5', 'kernel_size: 3 stride: 2 pad: 1', '1×1×3×3'],
  ['1×1×5×5', 'kernel_size: 2 stride: 3 pad: 1', '1×1×2×2'],
  ['1×1×5×7', 'pool: AVE kernel_h: 2 kernel_w: 3 stride_h: 1 stride_w: 2 pad_h: 0 pad_w: 1', '1×1×4×4'],
  ['1×2×7×5', 'pool: AVE global_pooling: true', '1×2×1×1'],
  ['1×2×4×4', 'kernel_size: 2', '1×2×3×3, 1×2×3×3'],
  ['1×2×2×2', 'kernel_size: 5', '? ! layer/output-negative 5'],
  ['1×2×4×4', 'kernel_size: 2 pad: 2', '? ! layer/pad-too-large 2'],
  ['1×2×4×4', 'pool: STOCHASTIC kernel_size: 2 pad: 1', '? ! layer/pooling-padding STOCHASTIC'],
  ['1×2×4×4', 'kernel_size: 0', '? ! layer/kernel-not-positive 0'],
  ['1×2×4×4', 'kernel_size: 2 stride: 0', '? ! layer/stride-not-positive 0'],
  ['1×2×4×4', '', '? ! layer/kernel-missing Pooling'],
  ['1×2×4×4', 'kernel_h: 2', '? ! layer/half-of-pair 2'],
  ['1×2×4×4', 'kernel_size: 2 kernel_h: 2 kernel_w: 2', '? ! layer/pair-and-plain 2'],
  ['1×2×4×4', 'global_pooling: true kernel_size: 2', '? ! layer/global-pooling-kernel 2'],
  ['1×2×4×4', 'global_pooling: true stride: 2', '? ! layer/global-pooling-window 2'],
  ['1×2×4', 'kernel_size: 2', '? ! layer/four-axes b0'],
]);
