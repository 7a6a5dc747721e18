/** What is said of runs and of files that are made of nets, in the editor and from the shell. `{name}` is filled in. */
export const runningSentences = {
  rejected: 'Caffe rejects {path} in {state}: {message}',
  failed: 'cannot run {path}: {reason}',
  'no-memory': 'it needs more memory than there is. Try a smaller batch',
  stopped: 'Layer {layer} ({type}) and all layers after it were not run: {reason}.',
  lost: 'The gradient is not known at layer {layer} ({type}), nor before it: {reason}.',
  input: 'cannot use {path} as input: {reason}',
  'input-shape': '{path} has {found} {found:value|values}, but {blob} needs {expected}',
  'input-type': '{path} is not a PNG, a JPEG, or a .npy file of float32, float64 or bytes in C order',
  'input-image':
    '{path} is {width}×{height} with {channels} {channels:channel|channels}, which fits no input; resize it first',
  'input-none': 'the net has no input that {path} fits',
  broken: 'The exported file does not run and was discarded: {reason}',
  // In a hover.
  measured: 'measured: mean {mean}, std {std} (seed {seed})',
  'measured-before': 'measured before the last edits: mean {mean}, std {std} (seed {seed})',
  // At a layer: what the run shows of it.
  'found-vanishing': 'vanishing: second moment {value} × that of the input',
  'found-exploding': 'exploding: second moment {value} × that of the input',
  'found-vanishing-gradient': 'vanishing gradient: second moment {value} × that at the output',
  'found-exploding-gradient': 'exploding gradient: second moment {value} × that at the output',
  'found-dead-channels': '{silent} of {count} channels are 0 for the whole batch',
  'found-dead-units': '{silent} of {count} units are 0 for the whole batch',
  'found-saturated': '{percent} % of the values are saturated',
  'found-zero': 'every value is 0',
  'found-not-finite': 'some values are infinite or not a number',
  // The same in a few words, beside its ridge.
  'label-vanishing': 'vanishing: {value} ×',
  'label-exploding': 'exploding: {value} ×',
  'label-dead-channels': '{silent} of {count} channels are 0',
  'label-dead-units': '{silent} of {count} units are 0',
  'label-saturated': '{percent} % saturated',
  'label-zero': 'every value is 0',
  'label-not-finite': 'not finite',
  // Why the figures of a net say little.
  'start-weights':
    'All weights are 0, since this net has no fillers: all values after the first layer with weights are 0. Compare with other initial weights.',
  'start-statistics':
    'BatchNorm divides by its running statistics, which are 0 before training: values grow by up to 1/√eps at each BatchNorm. With use_global_stats: false, it uses those of the batch.',
} as const;
