/** Operators that losses share: a sum without axes, and Caffe's divisor for it (`GetNormalizer` of each loss). */
import {
  binary,
  cast,
  compare,
  div,
  floats,
  gatherElements,
  ints,
  mul,
  scalar,
  scaled,
  total,
  unary,
  where,
} from '../../graph/operators';
import type { ExpectedRule, Value } from '../../net/graph';
import type { Layer } from '../../net/model';
import { bool, fieldOf, has, num, str, subOrEmpty } from '../../schema/message';
import { axisOf } from './geometry';
import { integers } from './lowered';

/** `loss_param.normalization`, or the old `normalize` where that is not written; `fallback` where neither is. */
export function normalizationOf({ message }: Layer, fallback: string | undefined): string {
  const param = subOrEmpty(message, 'loss_param');
  // Caffe before 2016 has only `normalize`, with default true.
  if (!fieldOf(param.type, 'normalization')) return bool(param, 'normalize') ? 'VALID' : 'BATCH_SIZE';
  if (has(param, 'normalization')) return str(param, 'normalization');
  if (has(param, 'normalize')) return bool(param, 'normalize') ? 'VALID' : 'BATCH_SIZE';
  return fallback ?? str(param, 'normalization');
}

/** Undefined where no label is ignored. */
export function ignoredLabel({ message }: Layer): number | undefined {
  const param = subOrEmpty(message, 'loss_param');
  return has(param, 'ignore_label') ? num(param, 'ignore_label') : undefined;
}

export interface Counted {
  readonly normalization: string;
  /** Number of items, and of positions per item. */
  readonly outer: number;
  readonly inner: number;
  /** The number of labels that count, as a float without axes; undefined where all do. */
  readonly valid: Value | undefined;
}

/** The divisor is at least 1: a batch whose labels are all ignored has a loss of 0. */
export function normalised(loss: Value, { normalization, outer, inner, valid }: Counted): Value {
  if (normalization === 'VALID' && valid) return div(loss, binary('Max', valid, scalar(1)));
  const by = normalization === 'BATCH_SIZE' ? outer : normalization === 'NONE' ? 1 : outer * inner;
  return div(loss, scalar(Math.max(1, by)));
}

export interface Labels {
  /** (outer, 1, inner), int64; an ignored label is replaced by 0. */
  readonly labels: Value;
  /** 1 where the label counts, else 0; undefined where all do. */
  readonly counts: Value | undefined;
  /** The sum of `counts`. */
  readonly valid: Value | undefined;
}

/** Labels that give the right class in (outer, classes, inner). */
export function labelsOf(x: Value, outer: number, inner: number, ignored: number | undefined): Labels {
  const labels = integers(x, [outer, 1, inner]);
  if (ignored === undefined) return { labels, counts: undefined, valid: undefined };
  const isIgnored = compare('Equal', labels, ints([ignored]));
  const counts = where(isIgnored, floats([0]), floats([1]));
  return { labels: where(isIgnored, ints([0]), labels), counts, valid: total(counts) };
}

/** −Σ log max(p[label], floor) over the labels that count. */
export function negativeLogLikelihood(probabilities: Value, { labels, counts }: Labels, floor: number): Value {
  const picked = binary('Max', gatherElements(probabilities, labels, 1), scalar(floor));
  const logs = unary('Log', picked);
  return scaled(total(counts ? mul(logs, counts) : logs), -1);
}

/** True at the class of each label, as flags. `labels` are broadcast against the class axis. */
export function isClass(labels: Value, classes: number, axisShape: readonly number[]): Value {
  const indices = ints(
    Array.from({ length: classes }, (_, i) => i),
    axisShape,
  );
  return compare('Equal', indices, labels);
}

export function asFloats(flags: Value): Value {
  return cast(flags, 'float');
}

/**
 * The second bottom holds class labels for the first, whose classes are along `axis` of the layer, or along axis 1
 * where it has no such field.
 */
export const labelled: ExpectedRule = ({ layer, param, bottoms: [data = null] }) => {
  const { axis } = param.type.fields.has('axis') ? axisOf(layer, param, 'axis', 0, data) : { axis: 1 };
  const below = axis === null ? 1 : (data?.[axis] ?? 1);
  return [undefined, { kind: 'index', below }];
};

/** The second bottom is 0 or 1. */
export const binaryLabels: ExpectedRule = () => [undefined, { kind: 'index', below: 2 }];
