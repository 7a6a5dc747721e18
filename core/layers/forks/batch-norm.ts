/**
 * BatchNorm in NVIDIA's and Intel's Caffe (their batch_norm_layer.cpp): with a scale and bias of its own, blobs 3 and
 * 4.
 */
import type { LayerRule, ParamBlob, SetUpInput } from '../../net/rules';
import { formatShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, has, num, str, subOrEmpty } from '../../schema/message';
import { pointwiseMoments, times } from '../../moments/pointwise';
import { standardised } from '../../moments/normalise';
import { atBottom } from '../shared/at';
import { batchNorm } from '../batch-norm';
import { phaseOf } from '../shared/phase';
import { unmaskedBatchNorm } from './variants';
import { add, mul } from '../../graph/operators';
import { covering } from '../shared/lowered';

/**
 * NVIDIA's sets every rate itself, whatever `param` says: 0 for the statistics, 1 for scale and bias, which exist with
 * `scale_bias` or either filler. Its bottom has four axes, its third blob starts at 1, only the phase decides which
 * statistics Forward uses, and `eps` is at least 1e-5.
 */
export const batchNormNvidia: LayerRule = {
  ...batchNorm,
  summary: summary('With `scale_bias` or a filler it includes a scale and a bias.'),
  // Statistics that follow the phase, and the bound on eps, are not lowered as BVLC's are.
  onnx: () => 'not-modelled',
  setUp(input) {
    const { params } = unmaskedBatchNorm.setUp(input);
    const problems = axesProblems(input);
    const fixed = { lrMult: 0, decayMult: 0 };
    const statistics = params.map((blob, i): ParamBlob => ({ ...blob, ...(i === 2 && { start: one }), rates: fixed }));
    const learned = { lrMult: 1, decayMult: 1 };
    const own = hasScale(input)
      ? [blobOf(input, 'scale', 'scale_filler', 1), blobOf(input, 'bias', 'bias_filler', 0)]
      : [];
    return {
      tops: [problems.length > 0 ? null : (input.bottoms[0] ?? null)],
      params: [...statistics, ...own.map((blob) => ({ ...blob, rates: learned }))],
      problems,
    };
  },
  moments({ layer, param, state, statistics, bottoms: [bottom = null] }) {
    if (!bottom) return null;
    const eps = Math.max(num(param, 'eps'), Math.fround(1e-5));
    if (phaseOf(layer, state) !== 'TEST' || statistics !== 'start') return standardised(bottom, eps);
    return pointwiseMoments({ bottoms: [bottom] }, times(1 / Math.sqrt(eps)));
  },
};

/**
 * Intel's neither masks nor checks the rates of its statistics. Scale and bias belong to the MKL engines, unless
 * `use_weight_bias` is false.
 */
export const batchNormIntel: LayerRule = {
  ...withoutBackward(unmaskedBatchNorm),
  summary: summary('With MKL it includes a scale and a bias.'),
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
    const result = unmaskedBatchNorm.setUp(input);
    return { ...result, params: [...result.params, ...ofMkl(input)] };
  },
};

/** The gradient of `onnx`, since scale and bias learn. */
function withoutBackward({ backward: _, ...rule }: LayerRule): LayerRule {
  return rule;
}

const one = { kind: 'value', value: 1 } as const;

function summary(note: string): string {
  return `Normalizes each channel to mean 0 and variance 1, with the statistics of the batch in TRAIN and running averages in TEST. ${note} Top: the shape of the bottom.`;
}

function hasScale({ param }: SetUpInput): boolean {
  return bool(param, 'scale_bias') || has(param, 'scale_filler') || has(param, 'bias_filler');
}

function axesProblems({ layer, bottoms: [data = null] }: SetUpInput): readonly Problem[] {
  if (data === null || data.length >= 4) return [];
  return [atBottom(layer, 0, 'fork/too-few-axes', { axes: 4, shape: formatShape(data) })];
}

function ofMkl(input: SetUpInput): readonly ParamBlob[] {
  const { param } = input;
  if (!['MKL2017', 'MKLDNN'].includes(str(param, 'engine')) || !bool(param, 'use_weight_bias')) return [];
  const scale = blobOf(input, 'scale', 'filler', 1);
  return bool(param, 'bias_term') ? [scale, blobOf(input, 'bias', 'bias_filler', 0)] : [scale];
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
