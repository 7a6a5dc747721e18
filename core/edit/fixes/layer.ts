/** Fixes of a layer's own conditions that ask for a single change. */
import type { layerProblems } from '../../problems/layer';
import { bool, has } from '../../schema/message';
import type { MessageNode } from '../../text/tree';
import { addFields } from '../add-field';
import type { Fix } from '../change';
import { fieldAt } from '../field-at';
import { bestOf } from './guesses';
import { asManyAsInputs, halfKernel, likeOthers, usualKernel, withoutSign } from './numbers';
import {
  entryAt,
  layerNode,
  messageAt,
  removal,
  removeIt,
  renameIt,
  replacement,
  replaceWith,
  type Fixer,
  type Fixes,
} from './fixer';

/** A window is given by one field or by two: both are removed. */
const removeSides: Fixer<'layer/global-pooling-kernel' | 'layer/global-pooling-window'> = (
  { tree, message },
  { span, args },
) => {
  const name = String(args.name).replace(/_[hw]$|_size$/, '');
  const names = [name, `${name}_size`, `${name}_h`, `${name}_w`];
  const owner = message && messageAt({ message }, span)?.node;
  const fields = owner?.fields.filter((field) => names.includes(field.name)) ?? [];
  return fields.length > 0 && fieldAt(tree, span)
    ? [removal(tree, fields, [...new Set(fields.map((field) => field.name))].join(', '))]
    : [];
};

/** LossLayer's GetNormalizationMode: the enum value that the deprecated `normalize` stands for. */
const normalization: Fixer = ({ tree, message }, { span }) => {
  const found = message && entryAt({ message }, span);
  if (found?.entry.field.name !== 'normalize') return [];
  const {
    entry: { node, valueNode },
    owner,
  } = found;
  if (has(owner, 'normalization')) return [removal(tree, [node], node.name)];
  const mode = bool(owner, 'normalize') ? 'VALID' : 'BATCH_SIZE';
  return [
    {
      id: 'replace',
      args: { suggestion: `normalization: ${mode}` },
      changes: [
        { span: { start: node.start, end: node.nameEnd }, newText: 'normalization' },
        { span: { start: valueNode.start, end: valueNode.end }, newText: mode },
      ],
    },
  ];
};

const freeze: Fixer = (analysis, { span }) => {
  const field = fieldAt(analysis.tree, span);
  if (field?.name === 'lr_mult') return [replacement(analysis, span, '0')];
  return field?.value?.kind === 'message' ? [addition(analysis.text, field.value, ['lr_mult: 0'])] : [];
};

const weighLoss: Fixer = (analysis, { span }) => {
  const node = layerNode(analysis, span);
  return node ? [addition(analysis.text, node, ['loss_weight: 1', 'loss_weight: 0'])] : [];
};

const unweigh: Fixer = (analysis, { span }) => {
  const fields = layerNode(analysis, span)?.fields.filter(({ name }) => name === 'loss_weight') ?? [];
  return fields.length > 0 ? [removal(analysis.tree, fields, 'loss_weight')] : [];
};

/** The next odd size, or the one before. */
const odd: Fixer<'layer/local-size-even'> = (analysis, problem) => {
  const size = Number(problem.args.size);
  const sizes = [size + 1, size - 1].filter((each) => each > 0);
  return bestOf(
    analysis,
    problem,
    sizes.map((each) => replacement(analysis, problem.span, String(each))),
  );
};

function addition(text: string, node: MessageNode, fields: readonly string[]): Fix {
  return { id: 'add', args: { fields: fields.join(' ') }, changes: [addFields(text, node, fields)] };
}

export const layerFixes: Fixes<keyof typeof layerProblems> = {
  'layer/axes-differ': 'elsewhere',
  'layer/axis-and-dim': removeIt,
  'layer/axis-out-of-range': 'author',
  'layer/base-not-positive': 'several',
  'layer/base-one': 'several',
  'layer/blob-too-large': 'several',
  'layer/channels-differ': 'elsewhere',
  'layer/coefficient-count': 'several',
  'layer/column-buffer-too-large': 'several',
  'layer/concat-shapes-differ': 'elsewhere',
  'layer/counts-differ': 'elsewhere',
  'layer/cover-extends': 'elsewhere',
  'layer/cover-mismatch': 'elsewhere',
  'layer/crop-axes': 'elsewhere',
  'layer/crop-offset-count': 'author',
  'layer/crop-out-of-bounds': 'author',
  'layer/dim-negative': withoutSign,
  'layer/dummy-shape-count': 'author',
  'layer/cudnn-axes': removeIt,
  'layer/cudnn-dilation': removeIt,
  'layer/embed-size': 'author',
  'layer/empty-bottom': 'elsewhere',
  'layer/empty-loss': unweigh,
  'layer/empty-parameter': 'author',
  'layer/empty-top': 'author',
  'layer/filler-count': 'author',
  'layer/filter-tops': 'author',
  'layer/first-dimensions-differ': 'elsewhere',
  'layer/flatten-range': 'several',
  'layer/four-axes': 'elsewhere',
  'layer/global-pooling-kernel': removeSides,
  'layer/global-pooling-window': removeSides,
  'layer/group-channels': 'elsewhere',
  'layer/group-outputs': 'author',
  'layer/group-zero': replaceWith('1'),
  'layer/half-of-pair': 'author',
  'layer/hdf5-output-bottoms': 'author',
  'layer/in-place': renameIt,
  'layer/index-axes': 'elsewhere',
  'layer/infogain-matrix': 'elsewhere',
  'layer/infogain-normalize': normalization,
  'layer/infogain-source': 'several',
  'layer/item-counts-differ': 'elsewhere',
  'layer/kernel-missing': likeOthers('kernel_size', usualKernel),
  'layer/kernel-not-positive': likeOthers('kernel_size', usualKernel),
  'layer/label-count': 'elsewhere',
  'layer/learned-statistics': freeze,
  'layer/legacy-axes': 'elsewhere',
  'layer/legacy-count': 'author',
  'layer/legacy-in-forward': 'elsewhere',
  'layer/local-size-even': odd,
  'layer/loss-weights-missing': weighLoss,
  'layer/loss-weights-moved': 'several',
  'layer/markers-axes': 'elsewhere',
  'layer/markers-differ': 'elsewhere',
  'layer/negative-dimension': 'author',
  'layer/no-channels': 'elsewhere',
  'layer/no-labels': 'elsewhere',
  'layer/no-spatial-axes': 'elsewhere',
  'layer/not-one': 'elsewhere',
  'layer/num-axes-beyond': 'author',
  'layer/num-axes-negative': replaceWith('-1'),
  'layer/num-axes-past': 'author',
  'layer/num-output-missing': likeOthers('num_output', asManyAsInputs, 'independent'),
  'layer/num-output-not-positive': likeOthers('num_output', asManyAsInputs, 'independent'),
  'layer/old-axis-out-of-range': 'author',
  'layer/output-empty': 'several',
  'layer/output-negative': likeOthers('kernel_size', usualKernel),
  'layer/pad-too-large': likeOthers('pad', halfKernel),
  'layer/pair-and-plain': 'several',
  'layer/pair-needs-two-axes': 'several',
  'layer/param-too-large': 'several',
  'layer/pooling-padding': 'several',
  'layer/product-coefficients': 'several',
  'layer/pyramid-height': 'author',
  'layer/pyramid-too-high': 'several',
  'layer/reshape-axis': 'author',
  'layer/reshape-by-zero': 'author',
  'layer/reshape-copy': 'author',
  'layer/reshape-count': 'author',
  'layer/reshape-indivisible': 'author',
  'layer/reshape-negative': 'author',
  'layer/reshape-two-inferred': 'several',
  'layer/scalar-bottom': 'elsewhere',
  'layer/python-class': 'author',
  'layer/second-top': 'several',
  'layer/selector-shape': 'elsewhere',
  'layer/sequence-axes': 'elsewhere',
  'layer/shape-and-legacy': 'several',
  'layer/shape-count': 'author',
  'layer/shapes-differ': 'elsewhere',
  'layer/slice-point-beyond': 'author',
  'layer/slice-point-count': 'author',
  'layer/slice-point-order': 'author',
  'layer/slice-tops': 'several',
  'layer/slice-uneven': 'several',
  'layer/spatial-count': 'author',
  'layer/state-shape': 'elsewhere',
  'layer/static-axes': 'elsewhere',
  'layer/static-streams': 'elsewhere',
  'layer/stride-crash': 'author',
  'layer/stride-not-positive': replaceWith('1'),
  'layer/tiles-missing': 'author',
  'layer/tiles-not-positive': 'author',
  'layer/too-many-axes': 'several',
  'layer/top-k-below-one': 'author',
  'layer/top-k-too-large': 'author',
  'layer/unit-axes': 'elsewhere',
  'layer/unit-first': 'elsewhere',
  'layer/unit-gates': 'elsewhere',
  'layer/unit-streams': 'elsewhere',
  'layer/written-count': 'several',
  'layer/written-empty': 'several',
  'layer/written-missing': 'several',
  'layer/written-shape': 'several',
  'layer/written-slopes': 'several',
  'layer/written-unfit': 'several',
  'layer/written-values': 'author',
};
