/** The initializers of PyTorch and Keras that draw from the same distribution as a filler. */
import type { Initializer } from '../net/rules';
import { formatNumber } from '../numbers';
import { str, type Message } from '../schema/message';

export interface Equivalents {
  readonly pytorch: string;
  readonly keras: string;
}

/** How the layer's weights lie in memory: Caffe takes fan_in and fan_out from the blob, others from their own tensor. */
export interface Layout {
  /** The axes of the blob; PyTorch computes no fans of fewer than two. */
  readonly axes: number;
  /** PyTorch's tensor (out, in) has the axes of the blob the other way round: InnerProduct with `transpose`. */
  readonly swappedInPytorch: boolean;
  /**
   * Keras takes as fan_in what Caffe takes as fan_out: where PyTorch does, and in Embed, whose (index, output) is (in, out) of
   * Keras.
   */
  readonly swappedInKeras: boolean;
}

/** A scaling by the variance_norm of a filler: the variance is `scale` / n. */
export function scaling(
  filler: Message,
  scale: 1 | 2,
  distribution: 'uniform' | 'normal',
): Extract<Initializer, { kind: 'scaling' }> {
  const norm = str(filler, 'variance_norm');
  return {
    kind: 'scaling',
    scale,
    distribution,
    mode: norm === 'FAN_OUT' ? 'fan_out' : norm === 'AVERAGE' ? 'fan_avg' : 'fan_in',
  };
}

/**
 * PyTorch: `kaiming_*_` has the variance gain² / fan, with gain 1 for linear and √2 for relu; `xavier_*_` has
 * gain² · 2 / (fan_in + fan_out). Keras: `VarianceScaling` has scale / n; its default, truncated_normal, is another
 * distribution. Undefined where they have no such initializer.
 */
export function equivalentsOf(initializer: Initializer, layout: Layout): Equivalents | undefined {
  if (initializer.kind === 'normal') {
    const { mean, std } = initializer;
    if (!Number.isFinite(mean) || !(std > 0 && Number.isFinite(std))) return undefined;
    const [m, s] = [formatNumber(mean), formatNumber(std)];
    return { pytorch: `torch.nn.init.normal_(w, mean=${m}, std=${s})`, keras: `RandomNormal(mean=${m}, stddev=${s})` };
  }
  if (layout.axes < 2) return undefined;
  const { scale, distribution, mode } = initializer;
  const inKeras = distribution === 'uniform' ? 'uniform' : 'untruncated_normal';
  return {
    pytorch: `torch.nn.init.${pytorch(scale, distribution, swapped(mode, layout.swappedInPytorch))}`,
    keras: `VarianceScaling(scale=${scale}, mode='${swapped(mode, layout.swappedInKeras)}', distribution='${inKeras}')`,
  };
}

type Scaling = Extract<Initializer, { kind: 'scaling' }>;

function pytorch(scale: Scaling['scale'], distribution: Scaling['distribution'], mode: Scaling['mode']): string {
  if (mode === 'fan_avg') return `xavier_${distribution}_(w${scale === 2 ? ', gain=2**0.5' : ''})`;
  return `kaiming_${distribution}_(w, mode='${mode}', nonlinearity='${scale === 2 ? 'relu' : 'linear'}')`;
}

function swapped(mode: Scaling['mode'], isSwapped: boolean): Scaling['mode'] {
  if (!isSwapped || mode === 'fan_avg') return mode;
  return mode === 'fan_in' ? 'fan_out' : 'fan_in';
}
