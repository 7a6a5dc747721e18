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
import { binary, gather, mul, reshape, scalar, scaled, softmax, total, transpose, unary } from '../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../net/graph';
import { aroundAxis, axisFrom } from './shared/lowered';
import { ignoredLabel, labelled, labelsOf, normalised, normalizationOf } from './shared/loss-nodes';

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

/** Probabilities are clamped to at least 1e-20. */
function nodes({ layer, param, bottoms: [x, label, matrix] }: LoweringInput): readonly Value[] | NotLowered {
  if (!x || !label) return 'unknown';
  if (!matrix) return 'outside';
  const [outer, classes, inner] = aroundAxis(x, axisFrom(param, 'axis', x));
  const { labels, counts, valid } = labelsOf(label, outer, inner, ignoredLabel(layer));
  const probabilities = softmax(reshape(x, [outer, classes, inner]), 1);
  // The matrix row of each label, (outer, inner, classes), transposed to match the probabilities.
  const rows = transpose(gather(reshape(matrix, [classes, classes]), reshape(labels, [outer, inner]), 0), [0, 2, 1]);
  const each = mul(rows, unary('Log', binary('Max', probabilities, scalar(1e-20))));
  const loss = scaled(total(counts ? mul(each, counts) : each), -1);
  const normalization = normalizationOf(layer, undefined);
  return [normalised(loss, { normalization, outer, inner, valid }), reshape(probabilities, x.shape)].slice(
    0,
    layer.tops.length,
  );
}
