/**
 * The initial values of each blob of a layer: its fans, from the blob's own shape, and the distribution that its filler
 * draws from.
 */
import { fanIn, fanOut } from '../fillers/fans';
import type { Dialect } from '../dialects/dialect';
import { none, concat } from '../lists';
import { formatNumber } from '../numbers';
import type { Layer } from '../net/model';
import type { FillerRule, Filled, FillInput, ParamBlob, Registry } from '../net/rules';
import { count } from '../net/shape';
import type { OtherCaffes } from '../schema/types';
import { suggesting, type Problem, type Span } from '../problems';
import { entryOf, fieldPlaceOf, num, str, subs, valueSpan, type Message } from '../schema/message';
import { slipOf } from '../text/suggest';
import type { Weight } from './types';

export interface WeightsResult {
  readonly weights: readonly Weight[];
  readonly problems: readonly Problem[];
}

export function weightsOf(layer: Layer, blobs: readonly ParamBlob[], dialect: Dialect): WeightsResult {
  if (blobs.length === 0) return nothing;
  const specs = subs(layer.message, 'param');
  let problems: readonly Problem[] = none;
  const weights = new Array<Weight>(blobs.length);
  for (let index = 0; index < blobs.length; index++) {
    const blob = blobs[index] as ParamBlob;
    const fans = { fanIn: fanIn(blob.shape), fanOut: fanOut(blob.shape) };
    const spec = specs[index];
    const filled = fill(layer, blob, fans, dialect);
    problems = concat(problems, filled.problems);
    const node = blob.start.kind === 'filler' ? blob.start.filler.node : undefined;
    weights[index] = {
      layer,
      index,
      role: blob.role,
      fillerField: blob.fillerField,
      fillerSpan:
        node && blob.start.kind === 'filler' ? { start: blob.start.filler.span.start, end: node.end } : undefined,
      shape: blob.shape,
      count: count(blob.shape),
      fanIn: fans.fanIn,
      fanOut: fans.fanOut,
      filler: fillerName(blob),
      n: filled.n,
      distribution: filled.distribution,
      mean: filled.mean,
      std: filled.std,
      formula: filled.formula,
      start: blob.start,
      connections: blob.connections,
      lrMult: blob.rates?.lrMult ?? (spec ? num(spec, 'lr_mult') : (blob.lrMult ?? 1)),
      decayMult: blob.rates?.decayMult ?? (spec ? num(spec, 'decay_mult') : 1),
    };
  }
  return { weights, problems };
}

const nothing: WeightsResult = { weights: none, problems: none };

function fillerName({ start }: ParamBlob): string | null {
  if (start.kind !== 'filler') return null;
  return start.preset && !start.filler.node ? start.preset.type : str(start.filler, 'type');
}

function fill(
  layer: Layer,
  { shape, start }: ParamBlob,
  fans: Pick<FillInput, 'fanIn' | 'fanOut'>,
  { fillers, others }: Dialect,
): Filled {
  if (start.kind === 'value') return constant(start.value);
  if (start.kind === 'written') return written(start.values);
  const { filler, preset } = start;
  if (preset && !filler.node) return constant(preset.value);
  const type = str(filler, 'type');
  const rule = fillers.get(type);
  if (!rule) return { ...unknownFill, problems: unknownType(filler, type, fillers, others) };
  if (filler.foreign) return unknownFill;
  const span = filler.node ? fieldPlaceOf(filler, 'type') : layer.typeSpan;
  const filled = rule.fill({ filler, shape, fanIn: fans.fanIn, fanOut: fans.fanOut, span });
  const dead = deadFields(filler, rule);
  return dead.length === 0 ? filled : { ...filled, problems: concat(filled.problems, dead) };
}

/** For fillers that are not modelled or can't be read. */
const unknownFill: Filled = { distribution: undefined, n: null, mean: null, std: null, formula: '', problems: none };

/** Shared by every BatchNorm, Scale and bias, which would otherwise repeat them. */
const zero = constantly(0);
const one = constantly(1);

function constant(value: number): Filled {
  return Object.is(value, 0) ? zero : value === 1 ? one : constantly(value);
}

function constantly(value: number): Filled {
  return {
    distribution: { kind: 'constant', value },
    n: null,
    mean: value,
    std: 0,
    formula: `w = ${formatNumber(value)}`,
    problems: none,
  };
}

/** Mean and standard deviation are computed from the written values. */
function written(values: readonly number[] | null): Filled {
  if (values === null) return unknownFill;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    distribution: { kind: 'written', values },
    n: null,
    mean: Math.fround(mean),
    std: Math.fround(Math.sqrt(variance)),
    formula: '',
    problems: [],
  };
}

function unknownType(
  filler: Message,
  type: string,
  fillers: Registry<FillerRule>,
  others: OtherCaffes | undefined,
): readonly Problem[] {
  const entry = entryOf(filler, 'type');
  const span: Span = entry ? valueSpan(entry) : filler.span;
  const suggestion = slipOf(type, fillers.types);
  const owners = others?.fillerOwners(type) ?? none;
  if (others?.accepts(type)) return none;
  if (owners.length > 0)
    return [{ code: 'schema/other-caffe', span, args: { name: type, names: [type], all: [type], owners } }];
  if (others && suggestion === undefined && type !== '')
    return [{ code: 'schema/unknown-name', span, args: { what: { phrase: 'filler-type' }, name: type } }];
  return [suggesting({ code: 'filler/unknown-type', span, args: { type, types: fillers.types } }, suggestion)];
}

/** Fields that the filler never reads, so that none appears to work when it does not. */
function deadFields(filler: Message, rule: FillerRule): readonly Problem[] {
  let dead: Problem[] | undefined;
  for (const { field, node } of filler.entries) {
    if (field.name === 'type' || rule.reads.includes(field.name)) continue;
    (dead ??= []).push({
      code: 'filler/dead-field',
      span: { start: node.start, end: node.end },
      args: { type: rule.type, name: field.name },
    });
  }
  return dead ?? none;
}
