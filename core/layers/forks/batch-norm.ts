/** BatchNorm with a scale and bias of its own, as blobs 3 and 4, in NVIDIA's and Intel's Caffe (their batch_norm_layer.cpp). */
import type { LayerRule, ParamBlob, SetUpInput } from '../../net/rules';
import { bool, has, str, subOrEmpty } from '../../schema/message';
import { batchNorm } from '../batch-norm';
import { add, mul } from '../../graph/operators';
import { covering } from '../lowered';

/** With `scale_bias`, or either filler. */
export const batchNormNvidia: LayerRule = scaling((input) => {
  const { param } = input;
  const own = bool(param, 'scale_bias') || has(param, 'scale_filler') || has(param, 'bias_filler');
  return own ? [blobOf(input, 'scale', 'scale_filler', 1), blobOf(input, 'bias', 'bias_filler', 0)] : [];
}, 'With `scale_bias` or a filler it has a scale and a bias of its own.');

/** MKL's engines, unless `use_weight_bias` is false. Without MKL it is BVLC's. */
export const batchNormIntel: LayerRule = scaling((input) => {
  const { param } = input;
  if (!['MKL2017', 'MKLDNN'].includes(str(param, 'engine')) || !bool(param, 'use_weight_bias')) return [];
  const scale = blobOf(input, 'scale', 'filler', 1);
  return bool(param, 'bias_term') ? [scale, blobOf(input, 'bias', 'bias_filler', 0)] : [scale];
}, 'By MKL it has a scale and a bias of its own.');

function scaling(more: (input: SetUpInput) => readonly ParamBlob[], note: string): LayerRule {
  return {
    ...batchNorm,
    summary: `Normalises each channel to mean 0 and variance 1, by the batch in TRAIN and by running averages in TEST. ${note} Top: the shape of the bottom.`,
    onnx(input) {
      const [scale, bias] = input.params.slice(3);
      const normal = batchNorm.onnx?.(input) ?? 'not-modelled';
      if (typeof normal === 'string') return normal;
      return normal.map((x) => {
        const scaled = scale ? mul(x, covering(scale, x, 1)) : x;
        return bias ? add(scaled, covering(bias, x, 1)) : scaled;
      });
    },
    setUp(input) {
      const result = batchNorm.setUp(input);
      return { ...result, params: [...result.params, ...more(input)] };
    },
  };
}

function blobOf(
  { param, bottoms: [data = null] }: SetUpInput,
  role: string,
  fillerField: string,
  value: number,
): ParamBlob {
  const start = {
    kind: 'filler',
    filler: subOrEmpty(param, fillerField),
    preset: { type: 'constant', value },
  } as const;
  return { role, fillerField, shape: [data?.[1] ?? null], start };
}
