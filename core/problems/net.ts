/** Problems of layers, blobs and params of a net; explained in `docs/problems/net.md`. */
import type { ProblemKind } from './kind';

export const netProblems = {
  'net/unknown-layer-type': {
    severity: 'error',
    says: 'Unknown layer type: {type}. Types are case-sensitive, like "InnerProduct".',
  },
  'net/fork-layer-type': {
    severity: 'error',
    once: 'name',
    says: '{type} is not in {dialect}, but in {forks}. Its tops are taken as unknown.',
  },
  'net/unlisted-layer-type': {
    severity: 'information',
    once: 'name',
    says: '{dialect} may have layers of type {type}, and nothing is known of them: their tops are taken as unknown. `# shape: 1x256x14x14` in the layer tells one.',
  },
  'net/missing-layer-type': {
    severity: 'error',
    says: 'This layer has no type, and Caffe stops: add `type: "…"`.',
  },
  'net/duplicate-layer-name': {
    severity: 'warning',
    says: "Another layer is called '{name}' too: Caffe accepts it, but trained weights are found by name, so that only one of them gets any.",
  },
  'net/drift': {
    severity: 'information',
    says: "The {role} of {layer} is {shape} here and {other} in {file}: Caffe copies trained weights by the layer's name, and stops where their shapes differ. Make the layers agree, or give one another name.",
  },
  'net/unknown-bottom': {
    severity: 'error',
    says: "Unknown bottom blob '{name}' (layer '{layer}', bottom index {index}): no layer before this one makes it.",
  },
  'net/top-made-twice': {
    severity: 'error',
    says: "Top blob '{name}' produced by multiple sources: {other} makes it already. Give this top another name.",
  },
  'net/bottom-count': {
    severity: 'error',
    says: '{type} takes {expected} as input, and this layer has {found}.',
  },
  'net/top-count': {
    severity: 'error',
    says: '{type} produces {expected}, and this layer has {found}.',
  },
  'net/too-many-params': {
    severity: 'error',
    says: 'Too many params specified for layer {layer}: it has {blobs} learnable blobs, and {found} `param` fields.',
  },
  'net/in-place-of-shared': {
    severity: 'error',
    says: "Top blob '{name}' produced by multiple sources: {readers} layers or losses read '{name}' of {other}, so Caffe gives each a copy and {layer} can't work in place. Give this top another name.",
  },
  'net/copy-name-taken': {
    severity: 'error',
    says: "Several layers read '{name}', so Caffe gives each a copy, one of them called '{copy}': another blob has that name already, and Caffe stops. Rename one.",
  },
  'net/include-and-exclude': {
    severity: 'error',
    says: 'Specify either include rules or exclude rules; not both. Caffe stops at layer {layer}: remove one kind.',
  },
  'net/loss-weight-count': {
    severity: 'error',
    says: 'loss_weight must be unspecified or specified once per top blob: {layer} has {expected} {expected:top|tops}, and {found} {found:weight|weights}.',
  },
  'net/propagate-down-count': {
    severity: 'error',
    says: 'propagate_down must be specified either 0 or bottom_size times: {layer} has {expected} {expected:bottom|bottoms}, and {found} {found:value|values}.',
  },
  'net/shared-shape': {
    severity: 'error',
    says: "Cannot share param '{name}' owned by layer '{owner}' with layer '{layer}': the owner's blob is {ownerShape}, this one {shape}. Use another name, or `share_mode: PERMISSIVE` where only the count has to agree.",
  },
  'net/shared-count': {
    severity: 'error',
    says: "Cannot share param '{name}' owned by layer '{owner}' with layer '{layer}': the owner's blob has {ownerCount} {ownerCount:value|values}, this one {count}.",
  },
  'net/shared-lr-mult': {
    severity: 'error',
    says: "Shared param '{name}' has mismatched lr_mult: {found} here, {expected} where {owner} sets it.",
  },
  'net/shared-decay-mult': {
    severity: 'error',
    says: "Shared param '{name}' has mismatched decay_mult: {found} here, {expected} where {owner} sets it.",
  },
  'net/layer-and-layers': {
    severity: 'error',
    says: "Refusing to upgrade inconsistent NetParameter input: the definition includes both 'layer' ({layer}) and 'layers' ({layers}) fields. Write all layers in today's format, `layer`.",
  },
  'net/unknown-v0-type': {
    severity: 'error',
    says: 'Unknown layer name: {type}. In this old format Caffe has {types}.',
  },
  'net/padding-reader-type': {
    severity: 'error',
    says: "Padding layer input to non-convolutional / non-pooling layer type {type}: Caffe merges a padding layer into the conv or pool layer that reads it. Read another blob than '{name}'.",
  },
  'net/padding-reader-bottoms': {
    severity: 'error',
    says: "A {type} layer that reads a padding layer takes a single blob as input: this one has {found}, and '{name}' is padded.",
  },
  'net/padding-blobs': {
    severity: 'error',
    says: 'A padding layer takes a single blob as input and produces a single blob as output: this one has {bottoms} and {tops}.',
  },
  'net/input-without-shape': {
    severity: 'error',
    says: "Input '{name}' has no shape: the net has {inputs} {inputs:input|inputs} and {shapes} `input_shape`, and Caffe crashes. Add one for each.",
  },
  'net/input-dim-count': {
    severity: 'warning',
    says: "Input '{name}' lacks dimensions: the net has {inputs} {inputs:input|inputs} and {dims} `input_dim` of {expected}, four for each. Caffe takes whatever lies in memory behind them.",
  },
  'net/input-count': {
    severity: 'error',
    says: 'This Caffe wants exactly {expected} {name} for {inputs} {inputs:input|inputs}, and stops at {found}.',
  },
  'net/input-shape-and-dim': {
    severity: 'error',
    says: 'Must specify either input_shape OR deprecated input_dim, not both: this Caffe stops. Remove one kind.',
  },
  'net/v0-field-ignored': {
    severity: 'warning',
    tag: 'unnecessary',
    says: 'Unknown parameter {name} for layer type {type}: Caffe logs it and drops the field.',
  },
  'net/v1-in-v0': {
    severity: 'error',
    says: 'Other layers of this net hold a `layer { … }`, the oldest format. Caffe then reads only bottoms and tops of those without, and stops as they have no type: give this one a `layer` too.',
  },
  'net/old-format': {
    severity: 'information',
    says: 'This net is in an old format, which Caffe upgrades whenever it reads it: today a layer is `layer { … }`, its type a string.',
  },
  'net/out-of-state': {
    severity: 'hint',
    tag: 'unnecessary',
    says: 'Not in the net in {state}.',
  },
} as const satisfies Readonly<Record<`net/${string}`, ProblemKind>>;
