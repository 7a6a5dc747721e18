/**
 * Multiplies by a learned blob, 1 at the start, that covers some axes (one value per channel by default), or by a
 * second bottom; with `bias_term` an internal Bias layer adds another blob, 0 at the start. Source: scale_layer.cpp.
 */
import type { LayerRule, ParamBlob, SetUpInput, SetUpResult } from '../net/rules';
import type { Problem } from '../problems';
import { bool, num } from '../schema/message';
import {
  axisOfCover,
  checkSecond,
  checkWritten,
  coveredBy,
  refuseEmptyBottom,
  secondBottomKills,
} from './shared/broadcast';
import { filledBlob } from './shared/filled-blob';
import { oneEach } from './shared/macs';
import { samePlace } from './shared/windows';
import { startOf } from './shared/written-blobs';
import { channelwise } from '../moments/scaling';
import { add, mul } from '../graph/operators';
import { covering } from './shared/lowered';

export const scale: LayerRule = {
  type: 'Scale',
  summary:
    'Multiplies by a learned blob (by default one value per channel; 1 without a `filler`), and adds another with `bias_term`. Top: the shape of the bottom.',
  param: 'scale_param',
  skeleton: { name: 'scale1', body: 'bias_term: ${1|true,false|}', inPlace: true },
  arity: { bottoms: { min: 1, max: 2 }, tops: { min: 1, max: 1 } },
  deadFields: ({ layer }) => secondBottomKills(layer, ['filler', 'num_axes']),
  inPlace: { keeps: ({ param }) => (bool(param, 'bias_term') ? 'nothing' : 'signs') },
  macs: oneEach,
  window: samePlace,
  checksWritten: true,
  keepsCopies: true,
  onnx: ({ param, bottoms: [x, second], params }) => {
    const factor = second ?? params[0];
    const term = bool(param, 'bias_term') ? params[second ? 0 : 1] : undefined;
    if (!x || !factor) return 'unknown';
    const product = mul(x, covering(factor, x, axisOfCover(param, x, factor)));
    return [term ? add(product, covering(term, x, axisOfCover(param, x, term))) : product];
  },
  setUp(input) {
    if (input.written.length > 0) return withWritten(input);
    return input.bottoms.length > 1 ? withSecond(input) : learned(input);
  },
  moments({ bottoms: [bottom = null, ...others], params: [factor, term] }) {
    return bottom && others.length === 0 ? channelwise(bottom, factor, term) : null;
  },
};

function learned(input: SetUpInput): SetUpResult {
  const {
    param,
    bottoms: [data = null],
  } = input;
  const { shape, problems } = coveredBy(input, num(param, 'num_axes'));
  const found = problems.length > 0 ? problems : refuseEmpty(input, num(param, 'num_axes'));
  const factor = filledBlob(param, 'scale', 'filler', shape, { type: 'constant', value: 1 });
  const params = bool(param, 'bias_term') ? [factor, filledBlob(param, 'bias', 'bias_filler', shape)] : [factor];
  return { tops: [found.length > 0 ? null : data], params, problems: found };
}

function withSecond(input: SetUpInput): SetUpResult {
  const {
    param,
    bottoms: [data = null, other = null],
  } = input;
  const problems = [...checkSecond(input)];
  if (!bool(param, 'bias_term')) {
    const found = problems.length > 0 ? problems : refuseEmpty(input, other?.length ?? -1);
    return { tops: [found.length > 0 ? null : data], params: [], problems: found };
  }
  // The bias covers as many axes as the second bottom has.
  const cover = other === null ? { shape: null, problems: [] } : coveredBy(input, other.length);
  if (problems.length === 0) problems.push(...cover.problems);
  const found = problems.length > 0 ? problems : refuseEmpty(input, other?.length ?? -1);
  return {
    tops: [found.length > 0 ? null : data],
    params: [filledBlob(param, 'bias', 'bias_filler', cover.shape)],
    problems: found,
  };
}

/**
 * The internal Bias layer copies the same blobs: it is set up with the first, and then shares the last. With a single
 * blob, the bias is a copy of the scale.
 */
function withWritten(input: SetUpInput): SetUpResult {
  const {
    param,
    written,
    bottoms: [data = null, other = null],
  } = input;
  const biased = bool(param, 'bias_term');
  const second = input.bottoms.length > 1;
  const [first] = written;
  const last = written.at(-1);
  const own = second ? checkSecond(input) : checkWritten(input, first ? [first] : [], 'scale');
  const inner =
    biased && first && last ? checkWritten(input, second || last !== first ? [first, last] : [], 'bias') : [];
  const wrong = own.length > 0 ? own : inner;
  const nAxes = (second ? other : first?.shape)?.length ?? -1;
  const problems = wrong.length > 0 ? wrong : refuseEmpty(input, nAxes);
  const scaling: ParamBlob = {
    role: 'scale',
    shape: first?.shape ?? null,
    start: first ? startOf(first) : { kind: 'value', value: 1 },
  };
  const bias: ParamBlob = { ...scaling, role: 'bias' };
  const params = second ? (biased ? [bias] : []) : biased ? [scaling, bias] : [scaling];
  return { tops: [problems.length > 0 ? null : data], params, problems };
}

/** The internal Bias layer has stricter conditions than the scale itself. */
function refuseEmpty(input: SetUpInput, nAxes: number): readonly Problem[] {
  return refuseEmptyBottom(input, nAxes, bool(input.param, 'bias_term') ? 'after' : 'around');
}
