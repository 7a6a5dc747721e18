/**
 * A convolution with filters of its own at each position: weights (num_output, 1, C·k², H·W), bias (1, 1, num_output,
 * H·W), for a top of H × W (local_layer.cpp of happynear and of several other Caffes).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { placeOf } from '../../schema/message';
import { filledBlob } from '../shared/filled-blob';
import { countOf, times } from '../shared/geometry';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { flagIn, numberIn, positive } from './loose';
import { made } from './results';
import { oneToOne } from './shaped';

export const local: LayerRule = {
  type: 'Local',
  summary:
    'A convolution with filters of its own at each position. Top: (N, num_output, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded down.',
  param: 'local_param',
  arity: oneToOne,
  startsGradient: true,
  macs: ({ params: [weight = null], bottoms: [data = null] }) => {
    const [each, items] = [countOf(weight), data?.[0] ?? null];
    return each === null || items === null ? null : each * items;
  },
  setUp(input) {
    const {
      param,
      bottoms: [data],
    } = input;
    const outputs = numberIn(param, 'num_output');
    const kernel = numberIn(param, 'kernel_size');
    const [height, width] = [sideOf(input, 'height'), sideOf(input, 'width')];
    const positions = times(height, width);
    const inputs = times(legacyDim(data, 'channels'), times(kernel, kernel));
    const bias = flagIn(param, 'bias_term')
      ? [filledBlob(param, 'bias', 'bias_filler', [1, 1, outputs, positions])]
      : [];
    return made(
      input,
      [[legacyDim(data, 'num'), outputs, height, width]],
      [...legacyProblems(input, [0]), ...positive(input, 'num_output', 'stride'), ...smallProblems(input)],
      [filledBlob(param, 'weight', 'weight_filler', [outputs, 1, inputs, positions]), ...bias],
    );
  },
};

function sideOf({ param, bottoms: [data] }: SetUpInput, side: 'height' | 'width'): Dim {
  const [size, kernel, stride, pad] = [
    legacyDim(data, side),
    numberIn(param, 'kernel_size'),
    numberIn(param, 'stride'),
    numberIn(param, 'pad'),
  ];
  if (size === null || kernel === null || !stride || pad === null) return null;
  return Math.trunc((size + 2 * pad - kernel) / stride) + 1;
}

/** The map must be at least as large as the kernel, without its padding. */
function smallProblems({ param, bottoms: [data] }: SetUpInput): readonly Problem[] {
  const kernel = numberIn(param, 'kernel_size');
  const sides = [legacyDim(data, 'height'), legacyDim(data, 'width')];
  const small = sides.find((size) => size !== null && kernel !== null && size < kernel);
  if (small === undefined || small === null || kernel === null) return [];
  return [
    {
      code: 'fork/field-bound',
      span: placeOf(param, 'kernel_size'),
      args: { name: 'kernel_size', relation: '≤', bound: small, found: kernel },
    },
  ];
}
