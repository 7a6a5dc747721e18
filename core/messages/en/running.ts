/** What is said of runs and of files that are made of nets, in the editor and from the shell. `{name}` is filled in. */
export const runningSentences = {
  rejected: 'Caffe rejects {path} in {state}: {message}',
  failed: 'cannot run {path}: {reason}',
  'no-memory': 'it needs more memory than there is. Try a smaller batch',
  stopped: 'layer {layer} ({type}) and the layers that depend on it were not run: {reason}',
  lost: 'the gradient is not known at layer {layer} ({type}), nor further back: {reason}',
  broken: 'The exported file does not run and was discarded: {reason}',
  // In a hover.
  measured: 'measured: mean {mean}, std {std} (seed {seed})',
  'measured-before': 'measured before the last edits: mean {mean}, std {std} (seed {seed})',
} as const;
