/** The quantized layers of Ristretto: shapes and weights are those of BVLC's layers (pmgysel/caffe). */
import type { LayerRule } from '../../net/rules';
import { convolution } from '../convolution';
import { deconvolution } from '../deconvolution';
import { innerProduct } from '../inner-product';
import { lrn } from '../lrn';
import { withoutNodes } from './without-nodes';

function quantized(type: string, rule: LayerRule): LayerRule {
  const { moments: _, skeleton: __, ...facts } = withoutNodes(rule);
  return { ...facts, type, alsoReads: [...(rule.alsoReads ?? []), 'quantization_param'] };
}

export const ristretto: readonly LayerRule[] = [
  quantized('ConvolutionRistretto', convolution),
  quantized('DeconvolutionRistretto', deconvolution),
  quantized('FcRistretto', innerProduct),
  quantized('LRNRistretto', lrn),
];
