/**
 * Shared by all losses (loss_layer.cpp): two bottoms, predictions and labels, with equal first dimensions, and one top
 * of a single value, which Caffe adds where the file names none. The top is reshaped before the other conditions are
 * checked: a loss that reads its predictions afterwards can't work in place.
 */
import type { Problem } from '../../problems';
import { writesTooSoon } from '../../net/in-place';
import type { Layer } from '../../net/model';
import type { Count, LayerRule, SetUpInput, SetUpResult, Skeleton } from '../../net/rules';
import { formatShape, type Dim, type Shape } from '../../net/shape';
import { entriesOf, nums } from '../../schema/message';
import { atBottom } from './at';
import { countOf } from './geometry';
import { refuseInPlace } from './in-place';
import { noMacs } from './macs';
import { everything } from './windows';
import type { Moments, MomentsInput } from '../../net/signal';
import { lossMoments } from '../../moments/softmax';
import type { ExpectedRule, LoweringRule } from '../../net/graph';

export interface Loss {
  readonly type: string;
  readonly param?: string;
  readonly alsoReads?: readonly string[];
  readonly summary: string;
  readonly skeleton?: Skeleton;
  readonly bottoms?: Count;
  /** A second top for the probabilities: whether Caffe accepts the one that the layer declares. */
  readonly second?: 'accepted' | 'refused';
  /** Whether Caffe aborts when the top is the first bottom. */
  readonly inPlace: 'refused' | 'accepted';
  /** True where Forward sees the predictions as N×C×H×W in Caffe's legacy shape, and set-up does not. */
  readonly fourAxesInForward?: true;
  /** Caffe's further conditions; called only if the first dimensions agree, as far as they are known. */
  readonly check?: (input: SetUpInput) => readonly Problem[];
  readonly deadFields?: LayerRule['deadFields'];
  readonly noGradient?: LayerRule['noGradient'];
  readonly onnx?: LoweringRule;
  readonly backward?: LayerRule['backward'];
  readonly keepsCopies?: true;
  readonly passesNone?: LayerRule['passesNone'];
  readonly expects?: ExpectedRule;
  readonly classes?: LayerRule['classes'];
  /** The loss before training, for labels independent of the data; null where it is not known. */
  readonly value?: (input: MomentsInput) => number | null;
}

export function loss(facts: Loss): LayerRule {
  const { type, param, alsoReads, skeleton, second, deadFields, noGradient } = facts;
  return {
    type,
    summary: `${facts.summary} Top: a single value${second === 'accepted' ? '; a second one: the probabilities' : ''}.`,
    ...(param === undefined ? {} : { param }),
    ...(alsoReads === undefined ? {} : { alsoReads }),
    ...(skeleton === undefined ? {} : { skeleton }),
    ...(deadFields === undefined ? {} : { deadFields }),
    ...(noGradient === undefined ? {} : { noGradient }),
    arity: {
      bottoms: facts.bottoms ?? { min: 2, max: 2 },
      tops: { min: 1, max: second ? 2 : 1 },
      automaticTops: 1,
    },
    ...(facts.inPlace === 'accepted' ? { inPlace: writesTooSoon } : {}),
    macs: noMacs,
    window: everything,
    ...(facts.onnx ? { onnx: facts.onnx } : {}),
    ...(facts.backward ? { backward: facts.backward } : {}),
    ...(facts.keepsCopies ? { keepsCopies: true } : {}),
    ...(facts.passesNone ? { passesNone: facts.passesNone } : {}),
    ...(facts.expects ? { expects: facts.expects } : {}),
    ...(facts.classes ? { classes: facts.classes } : {}),
    setUp: (input) => setUp(facts, input),
    ...(facts.value ? { moments: (input: MomentsInput) => valued(facts.value?.(input) ?? null) } : {}),
  };
}

/** A problem at the second bottom if its count differs from the first's; none if either is unknown. */
export function mismatch(
  { layer, bottoms }: SetUpInput,
  code: MismatchCode,
  expected: Dim,
  found: Dim,
): readonly Problem[] {
  if (expected === null || found === null || expected === found || bottoms.length < 2) return [];
  return [atBottom(layer, 1, code, { expected, found, data: layer.bottoms[0]?.name ?? '' })];
}

/** The first `loss_weight` in the text. */
export function lossWeightOf({ message }: Layer): number | undefined {
  const [first] = nums(message, 'loss_weight');
  return first;
}

/**
 * An internal layer with a loss weight other than 0 writes it into the gradient of its top, which must not be empty.
 */
export function emptyInner({ layer, bottoms: [data = null] }: SetUpInput, weight: number): readonly Problem[] {
  return weight !== 0 && countOf(data) === 0
    ? [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })]
    : [];
}

type MismatchCode =
  | 'layer/first-dimensions-differ'
  | 'layer/item-counts-differ'
  | 'layer/counts-differ'
  | 'layer/channels-differ'
  | 'layer/label-count';

function valued(value: number | null): Moments | null {
  return value === null ? null : lossMoments(value);
}

const scalar: Shape = [];
const oneValue: readonly Shape[] = [scalar];

function setUp({ inPlace, check, second, fourAxesInForward }: Loss, input: SetUpInput): SetUpResult {
  const { layer, bottoms } = input;
  const [data = null, labels = null] = bottoms;
  const first = [
    ...(inPlace === 'refused' ? refuseInPlace(layer) : []),
    ...(data?.length === 0 ? [atBottom(layer, 0, 'layer/scalar-bottom', {})] : []),
    ...(labels?.length === 0 ? [atBottom(layer, 1, 'layer/scalar-bottom', {})] : []),
    ...mismatch(input, 'layer/first-dimensions-differ', data?.[0] ?? null, labels?.[0] ?? null),
  ];
  const found = first.length === 0 && check ? check(input) : first;
  const rest =
    found.length === 0 && fourAxesInForward && data !== null && data.length > 4
      ? [atBottom(layer, 0, 'layer/legacy-in-forward', { shape: formatShape(data) })]
      : found;
  if (layer.tops.length === 1) return { tops: oneValue, params: [], problems: rest };
  return { tops: [scalar, data], params: [], problems: [...rest, ...secondTop(layer, second)] };
}

/**
 * A loss without `loss_weight` gets one (loss_layer.cpp), but two tops need two (layer.hpp, SetLossWeights). Any other
 * number than none or two is reported for the net. Where the weights have moved to a copy of a top, the layer has none.
 */
function secondTop(layer: Layer, second: Loss['second']): readonly Problem[] {
  const moved = layer.tops[layer.lossOnCopy ?? -1];
  if (moved && second === 'accepted')
    return [{ code: 'layer/loss-weights-moved', span: moved.span, args: { blob: moved.name } }];
  const weights = entriesOf(layer.message, 'loss_weight').length;
  const span = layer.tops[1]?.span ?? layer.typeSpan;
  if (second === 'refused' && (moved || weights !== 1))
    return [{ code: 'layer/second-top', span, args: { type: layer.type } }];
  if (second === 'accepted' && weights === 0) return [{ code: 'layer/loss-weights-missing', span, args: {} }];
  return [];
}
