/** What the commands say beside problems. `{name}` is filled in. */
export const cliSentences = {
  'inspect/required': 'Caffe prints: Memory required for data: {bytes}',
  'signal/chart': 'forward · and back o, from {low} to {high}',
  'signal/seed': 'with the weights that Caffe draws after set_random_seed({seed})',
  'signal/seeds': 'mean over the weights that Caffe draws after set_random_seed({first}) and set_random_seed({last})',
  'signal/draw': 'seed {seed}',
  'no-output': "the output can't be written: {reason}",
  'not-a-net': '{path} is not a net ({kind})',
  'weights/written': '{path}: {values} {values:value|values}, {size} bytes, drawn with seed {seed} for {state}',
  'weights/seed-of-solver': 'seed {seed} is the random_seed of {solver}; --seed N takes another',
  'weights/unsure':
    "layer {layer} draws a number of times that is not known here: behind it Caffe's own values are others, of the same distribution",
  'weights/not-a-net': '{path} is not a net',
  'weights/which-state': '{path} serves {states}: choose one with --phase',
  'weights/one-file': 'weights takes one FILE',
  'weights/no-out': 'weights needs --out FILE, whose name ends in .npy, .npz or .caffemodel',
  'weights/exists': '{path} is there already: --force replaces it',
} as const;
