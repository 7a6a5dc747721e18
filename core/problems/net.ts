/** Problems of layers, blobs and params of a net; explained in `docs/problems/net.md`. */
import type { ProblemKind } from './kind';

export const netProblems = {
  'net/unknown-layer-type': {
    severity: 'error',
    says: 'Unknown layer type {type}.',
    help: 'Check the spelling: types are case-sensitive, such as "InnerProduct".',
    caffe: 'Unknown layer type',
  },
  'net/fork-layer-type': {
    severity: 'error',
    once: 'name',
    says: '{dialect} has no layer type {type}; it exists in {forks}.',
    help: 'Select such a schema; until then the tops are treated as unknown.',
  },
  'net/unlisted-layer-type': {
    severity: 'information',
    once: 'name',
    says: '{dialect} has the layer type {type}, but the shapes of its tops are unknown.',
    help: 'Add a comment such as `# shape: 1x256x14x14` to the layer.',
  },
  'net/missing-layer-type': {
    severity: 'error',
    says: 'This layer has no type.',
    help: 'Add `type: "…"`.',
  },
  'net/duplicate-layer-name': {
    severity: 'warning',
    says: "Another layer is named '{name}' too, and trained weights are copied by name.",
    help: 'Rename one of the layers.',
  },
  'net/drift': {
    severity: 'information',
    says: 'The {role} of {layer} is {shape} here but {other} in {file}.',
    help: 'Make them agree, or rename one layer, since trained weights are copied by name.',
  },
  'net/unknown-bottom': {
    severity: 'error',
    says: "No layer before '{layer}' produces its bottom '{name}'.",
    caffe: "Unknown bottom blob '{name}' (layer '{layer}', bottom index {index})",
  },
  'net/duplicate-top': {
    severity: 'error',
    says: "{other} already produces the top '{name}'.",
    help: 'Give this top another name.',
    caffe: "Top blob '{name}' produced by multiple sources.",
  },
  'net/bottom-count': {
    severity: 'error',
    says: '{type} needs {expected}, found {found}.',
  },
  'net/top-count': {
    severity: 'error',
    says: '{type} produces {expected}, found {found}.',
  },
  'net/too-many-params': {
    severity: 'error',
    says: '{layer} has {blobs} learnable blobs but {found} `param` fields.',
    help: 'Remove the extra ones.',
    caffe: 'Too many params specified for layer',
  },
  'net/in-place-of-shared': {
    severity: 'error',
    says: "{layer} cannot work in place: {readers} layers or losses read '{name}' of {other}.",
    help: 'Give this top another name.',
    caffe: "Top blob '{name}' produced by multiple sources.",
  },
  'net/copy-name-taken': {
    severity: 'error',
    says: "Caffe splits '{name}' for several readers, but the name '{copy}' is already used.",
    help: 'Rename one of the two blobs.',
  },
  'net/include-and-exclude': {
    severity: 'error',
    says: '{layer} has both `include` and `exclude` rules.',
    help: 'Remove one kind.',
    caffe: 'Specify either include rules or exclude rules; not both.',
  },
  'net/loss-weight-count': {
    severity: 'error',
    says: '{layer} has {expected} {expected:top|tops} but {found} `loss_weight`.',
    help: 'Write one per top, or none.',
    caffe: 'loss_weight must be unspecified or specified once per top blob.',
  },
  'net/propagate-down-count': {
    severity: 'error',
    says: '{layer} has {expected} {expected:bottom|bottoms} but {found} `propagate_down`.',
    help: 'Write one per bottom, or none.',
    caffe: 'propagate_down param must be specified either 0 or bottom_size times',
  },
  'net/shared-shape': {
    severity: 'error',
    says: "The shared param '{name}' is {ownerShape} in its owner '{owner}' but {shape} in '{layer}'.",
    help: 'Use another name, or `share_mode: PERMISSIVE` if the counts agree.',
    caffe: "Cannot share param '{name}' owned by layer '{owner}' with layer '{layer}'",
  },
  'net/shared-count': {
    severity: 'error',
    says: "The shared param '{name}' has {ownerCount} {ownerCount:value|values} in '{owner}' but {count} in '{layer}'.",
    help: 'Use another name.',
    caffe: "Cannot share param '{name}' owned by layer '{owner}' with layer '{layer}'",
  },
  'net/shared-lr-mult': {
    severity: 'error',
    says: "The shared param '{name}' has `lr_mult` {found} here but {expected} in {owner}.",
    help: 'Make them agree.',
    caffe: "Shared param '{name}' has mismatched lr_mult.",
  },
  'net/shared-decay-mult': {
    severity: 'error',
    says: "The shared param '{name}' has `decay_mult` {found} here but {expected} in {owner}.",
    help: 'Make them agree.',
    caffe: "Shared param '{name}' has mismatched decay_mult.",
  },
  'net/layer-and-layers': {
    severity: 'error',
    says: 'The net has both `layer` ({layer}) and the old `layers` ({layers}).',
    help: 'Upgrade all layers to the current format, `layer`.',
    caffe: 'Refusing to upgrade inconsistent NetParameter input',
  },
  'net/unknown-v0-type': {
    severity: 'error',
    says: 'Unknown layer type {type} of the oldest format.',
    help: 'Use one of {types}.',
    caffe: 'Unknown layer name',
  },
  'net/padding-reader-type': {
    severity: 'error',
    says: "{type} cannot read the padding layer's blob '{name}'; only conv and pool can.",
    help: 'Read another blob.',
    caffe: 'Padding layer input to non-convolutional / non-pooling layer type',
  },
  'net/padding-reader-bottoms': {
    severity: 'error',
    says: "{type} reads the padded blob '{name}' and must have 1 bottom, found {found}.",
    help: 'Remove the other bottoms.',
    caffe: 'Conv Layer takes a single blob as input.',
  },
  'net/padding-blobs': {
    severity: 'error',
    says: 'A padding layer must have 1 bottom and 1 top, found {bottoms} and {tops}.',
    help: 'Remove the others.',
  },
  'net/input-without-shape': {
    severity: 'error',
    says: "The input '{name}' has no shape: {inputs} {inputs:input|inputs} but {shapes} `input_shape`.",
    help: 'Add one for each input.',
  },
  'net/input-dim-count': {
    severity: 'warning',
    says: "The input '{name}' lacks dimensions: {dims} `input_dim` instead of {expected} for {inputs} {inputs:input|inputs}.",
    help: 'Write four for each, else Caffe reads undefined memory.',
  },
  'net/input-count': {
    severity: 'error',
    says: 'This Caffe needs {expected} `{name}` for {inputs} {inputs:input|inputs}, found {found}.',
    help: 'Add or remove some.',
  },
  'net/input-shape-and-dim': {
    severity: 'error',
    says: '`input_shape` and the deprecated `input_dim` cannot both be set in this Caffe.',
    help: 'Remove one kind.',
    caffe: 'Must specify either input_shape OR deprecated input_dim, not both.',
  },
  'net/v0-field-ignored': {
    severity: 'warning',
    tag: 'unnecessary',
    says: '`{name}` has no effect: Caffe drops it when it upgrades the layer type {type}.',
    help: 'Remove it.',
    caffe: 'Unknown parameter {name} for layer type {type}',
  },
  'net/v1-in-v0': {
    severity: 'error',
    says: 'This layer lacks the inner `layer { … }` of the oldest format, which the others have.',
    help: 'Wrap its fields in `layer { … }`, or upgrade all layers.',
  },
  'net/old-format': {
    severity: 'information',
    says: 'This net is in an old format, which Caffe upgrades each time it reads it.',
    help: 'Upgrade it to the current format.',
  },
  'net/out-of-state': {
    severity: 'hint',
    tag: 'unnecessary',
    says: 'This layer is not part of the net in {state}.',
  },
  'net/rejected-in-state': {
    severity: 'information',
    says: 'Caffe would reject this net in {state}, first here.',
    help: 'Check {state} alone to see why, if the net is used in it.',
  },
} as const satisfies Readonly<Record<`net/${string}`, ProblemKind>>;
