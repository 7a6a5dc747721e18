/** The net's input: N(0, 1), pixels after `transform_param`, or moments entered by the user. */
import type { StateAnalysis } from '../infer/types';
import type { SourceMoments } from '../net/signal';
import { has, num, nums, sub } from '../schema/message';
import { standardSource } from './forecast';

/** `standard` is N(0, 1); `transform` uses the first data layer's transformation, if there is one. */
export type SourceChoice =
  | { readonly kind: 'standard' }
  | { readonly kind: 'transform' }
  | { readonly kind: 'typed'; readonly mean: number; readonly std: number };

export function sourceFor(analysis: StateAnalysis, choice: SourceChoice): SourceMoments {
  switch (choice.kind) {
    case 'standard':
      return standardSource;
    case 'transform':
      return transformed(analysis) ?? standardSource;
    case 'typed':
      return { mean: choice.mean, secondMoment: choice.mean ** 2 + choice.std ** 2 };
  }
}

/** Pixels from 0 to 255, uniformly distributed: mean 127.5, variance 255² / 12. */
const pixels = { mean: 127.5, variance: 255 ** 2 / 12 };

/**
 * (pixel − mean) · scale (data_transformer.cpp). A mean file is assumed to hold the pixels' mean. Undefined without a
 * transformation.
 */
export function transformed({ layers }: StateAnalysis): SourceMoments | undefined {
  const message = layers.map(({ layer }) => sub(layer.message, 'transform_param')).find((each) => each);
  if (!message) return undefined;
  const values = nums(message, 'mean_value');
  const taken =
    values.length > 0
      ? values.reduce((sum, value) => sum + value, 0) / values.length
      : has(message, 'mean_file')
        ? pixels.mean
        : 0;
  const scale = num(message, 'scale');
  const mean = (pixels.mean - taken) * scale;
  return { mean, secondMoment: mean * mean + pixels.variance * scale * scale };
}
