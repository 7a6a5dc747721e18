/**
 * loss = −Σ H[label] · log softmax(x), with a matrix H of classes × classes from `source` or the third bottom:
 * infogain_loss_layer.cpp. The file `source` is not read: it is assumed to be readable and to fit.
 */
import type { SetUpInput } from '../net/rules';
import type { Problem } from '../problems';
import { entryOf, has, subOrEmpty } from '../schema/message';
import { atBottom, atEntry } from './shared/at';
import { countOf, times } from './shared/geometry';
import { labelCount } from './shared/label-count';
import { emptyInner, loss } from './shared/loss';
import { refuseNoFile } from './shared/named-file';
import { softmaxAxis } from './shared/softmax-axis';
import {
  binary,
  gather,
  mul,
  reduce,
  reshape,
  scalar,
  scaled,
  softmax,
  sub,
  total,
  transpose,
  unary,
} from '../graph/operators';
import type { BackwardInput, LoweringInput, NotLowered, Value } from '../net/graph';
import { aroundAxis, axisFrom } from './shared/lowered';
import { ignoredLabel, labelled, labelsOf, normalised, normalizationOf, type Counted } from './shared/loss-nodes';

export const infogainLoss = loss({
  type: 'InfogainLoss',
  param: 'infogain_loss_param',
  alsoReads: ['loss_param', 'softmax_param'],
  skeleton: { name: 'loss', bottoms: ['label'], body: 'source: "${1:infogain.binaryproto}"' },
  summary:
    'The log-likelihood loss, weighted by a matrix of classes × classes from the file `source` or the third bottom.',
  bottoms: { min: 2, max: 3 },
  second: 'accepted',
  noGradient: [1, 2],
  inPlace: 'refused',
  deadFields: ({ layer: { bottoms } }) =>
    bottoms[2] ? [{ field: 'source', cause: `bottom: "${bottoms[2].name}"` }] : [],
  expects: labelled,
  onnx: nodes,
  backward,
  keepsCopies: true,
  check: (input) => {
    const { axis, problems } = softmaxAxis(input, input.param);
    return [
      ...problems,
      ...(axis === null ? [] : [...labelCount(input, axis), ...matrix(input, axis), ...emptyInner(input, 1)]),
      ...source(input),
      ...normalize(input),
    ];
  },
});

function matrix({ layer, bottoms: [data = null, , infogain = null] }: SetUpInput, axis: number): readonly Problem[] {
  const classes = data?.[axis] ?? null;
  const expected = times(classes, classes);
  const found = countOf(infogain);
  if (classes === null || expected === null || found === null || expected === found) return [];
  return [atBottom(layer, 2, 'layer/infogain-matrix', { classes, expected, found })];
}

function source({ layer, param }: SetUpInput): readonly Problem[] {
  if (layer.bottoms.length > 2) return [];
  if (has(param, 'source')) return refuseNoFile(param, 'source');
  return [{ code: 'layer/infogain-source', span: param.span, args: {} }];
}

function normalize({ layer }: SetUpInput): readonly Problem[] {
  const entry = entryOf(subOrEmpty(layer.message, 'loss_param'), 'normalize');
  return entry ? [atEntry(entry, 'layer/infogain-normalize', {})] : [];
}

interface Parts {
  /** (outer, classes, inner) */
  readonly probabilities: Value;
  /** The matrix row of each label, in the same shape. */
  readonly rows: Value;
  readonly counts: Value | undefined;
  readonly counted: Counted;
}

function partsOf({ layer, param, bottoms: [x, label, matrix] }: LoweringInput): Parts | NotLowered {
  if (!x || !label) return 'unknown';
  if (!matrix) return 'outside';
  const [outer, classes, inner] = aroundAxis(x, axisFrom(param, 'axis', x));
  const { labels, counts, valid } = labelsOf(label, outer, inner, ignoredLabel(layer));
  const probabilities = softmax(reshape(x, [outer, classes, inner]), 1);
  const rows = transpose(gather(reshape(matrix, [classes, classes]), reshape(labels, [outer, inner]), 0), [0, 2, 1]);
  const counted = { normalization: normalizationOf(layer, undefined), outer, inner, valid };
  return { probabilities, rows, counts, counted };
}

/** Probabilities are clamped to at least 1e-20. */
function nodes(input: LoweringInput): readonly Value[] | NotLowered {
  const parts = partsOf(input);
  if (typeof parts === 'string') return parts;
  const { probabilities, rows, counts, counted } = parts;
  const each = mul(rows, unary('Log', binary('Max', probabilities, scalar(1e-20))));
  const loss = scaled(total(counts ? mul(each, counts) : each), -1);
  const [x] = input.bottoms;
  const tops = [normalised(loss, counted), reshape(probabilities, x?.shape ?? [])];
  return tops.slice(0, input.layer.tops.length);
}

/** p · Σ H[label] − H[label], also where probabilities were clamped. The gradient of the second top is not read. */
function backward(input: BackwardInput): readonly (Value | undefined)[] {
  const parts = partsOf(input);
  const [[x], [gradient]] = [input.bottoms, input.gradients];
  if (typeof parts === 'string' || !x || !gradient) return [];
  const { probabilities, rows, counts, counted } = parts;
  const each = sub(mul(probabilities, reduce('ReduceSum', rows, [1])), rows);
  return [reshape(mul(counts ? mul(each, counts) : each, normalised(gradient, counted)), x.shape)];
}
