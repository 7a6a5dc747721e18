/** All messages of the initial weights panel. Values in braces are filled in by `fillIn`. */

export const english = {
  layer: 'Layer',
  previousLayer: 'Previous layer',
  nextLayer: 'Next layer',
  noName: '(no name)',
  layerTitle: '{name} · {type}',
  revealLayer: 'Show this layer in the text',
  blobs: 'Blob of the layer',
  follow: 'Follow cursor',
  followLong: 'Shows the layer at the cursor, and the net of the active editor',
  seed: 'Seed',
  seedLong: "Seed of Caffe's random number generator: random_seed of the solver, or set_random_seed",
  reroll: 'New seed',
  rerollLong: 'Chooses another seed at random',
  resetSeed: 'Reset to {seed}',
  seedOfSolver: 'from {solver}',
  seedUsual: 'default, no solver',
  stateLong: 'The state that is shown. Choose another phase in the status bar.',

  export: 'Export…',
  exportLong: 'Writes the weights of the net, the layer or the blob to a file, or this view as a picture or a table',

  pair: 'Load Weights from .caffemodel…',
  pairLong:
    'Compares the net with a weights file: which layers Caffe loads from it, which shapes differ, and which layers use their fillers',
  pairAnother: 'Another file…',

  shape: 'shape',
  values: 'values',
  fanIn: 'fan_in',
  fanOut: 'fan_out',
  fanInLong: 'Number of values that each output sums, as Caffe counts them: values / shape[0]',
  fanOutLong: 'Number of values that each input contributes to, as Caffe counts them: values / shape[1]',
  filler: 'filler',
  fillerAlone: '{filler}',
  fillerFormula: '{filler}, {formula}',
  setByLayer: 'set by the layer, without a filler',
  writtenInFile: 'written in the net file',

  asWritten: 'Current: {filler}',
  initial: 'Initial: {filler}',
  loadedFrom: 'Loaded: {file}',
  whatIf: 'What if',
  whatIfHeading: 'What if: {choice}',
  compare: 'Compare with another filler…',
  closeComparison: 'Close the comparison',
  write: 'Write to file',
  writeLong: 'Changes the filler of this blob in the text to {choice}. You can undo it.',
  choiceScale: '{choice}  (±{scale})',
  choiceStd: '{choice}  (std {scale})',
  field: '{name} {value}',

  noBlobs: 'No layer of this net has weights in {state}.',
  noBlobsHint: 'Convolution, InnerProduct and similar layers have weights. Choose the phase in the status bar.',
  noShape: 'The shape of this blob is unknown.',
  noShapeHint:
    'It depends on a shape that is unknown, such as that of a data layer. Add a comment "# prototxt: datum 3x256x256" to the net.',
  ready: 'Prototxt Lens does not know the values of this blob.',
  readyHint:
    'They are fixed kernels in the source code of this Caffe, the same for every seed. Nothing is drawn for them, so the weights of other layers are right.',
  noFiller: 'The initial values of this blob are unknown.',
  noFillerHint: 'Its filler has an error: see the Problems view.',

  exactInitial: "The initial values are Caffe's own for seed {seed}, bit for bit.",
  exact: "Caffe's own values for seed {seed}, bit for bit.",
  exactLong:
    'The values that Caffe draws after set_random_seed({seed}) on x86-64, with Boost 1.64 or later for normal values. A build with fused multiply-add differs in the last bit.',
  sameForAll: 'The same for every seed: nothing is drawn.',
  defaultFiller: 'The layer has no {field}, so Caffe uses its default.',
  unsure: "A sample of the right distribution, but not Caffe's own values.",
  unsureLong: 'The layer {layer} comes before this one, and the number of random values that it draws is unknown.',
  shared: 'Shares the values of {layer}, through the name of its param.',
  readOnly: 'The filler cannot be written here: the layer is in an old format, or has no field for a filler.',

  drawing: 'Drawing… {percent} %',
  cancel: 'Cancel',
  cancelled: 'Drawing was cancelled.',
  drawAgain: 'Draw',

  allAlike: 'All {count} values are {value}.',

  legendDrawn: 'drawn',

  facts: 'Drawn values and theory',
  drawn: 'drawn',
  loaded: 'loaded',
  expected: 'expected ± standard error',
  byChance: '{value} ± {error}',
  byChanceLong:
    'How far a sample of this size deviates from theory: two in three samples by at most one standard error, nearly all by at most three.',
  exactly: '0',
  unknownTheory: '–',
  strays: 'deviates more than chance explains',
  mean: 'mean',
  std: 'std',
  min: 'min',
  max: 'max',
  zeros: 'zeros',
};

export type Words = typeof english;
