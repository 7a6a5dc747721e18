/** Every sentence of the panel of initial weights. A value in braces is put in by `fillIn`. */
import { inLanguage } from '../words';
import { chinese } from './chinese';

const en = {
  layer: 'Layer',
  previousLayer: 'Previous layer',
  nextLayer: 'Next layer',
  noName: '(no name)',
  layerTitle: '{name} · {type}',
  revealLayer: 'Show this layer in the text',
  blobs: 'Blob of the layer',
  follow: 'Follow cursor',
  followLong: 'Shows the layer that the cursor is in, and the net that the editor turns to',
  seed: 'Seed',
  seedLong: "The number that Caffe's generator starts from: random_seed of the solver, or set_random_seed",
  reroll: 'Re-roll',
  rerollLong: 'Another seed, by chance',
  resetSeed: 'Back to {seed}',
  seedOfSolver: 'from {solver}',
  seedUsual: 'no solver sets one',
  stateLong: 'The state that is shown. The item in the status bar chooses another phase.',

  export: 'Export…',
  exportLong:
    'Writes the weights of the net, the layer or the blob to a file, or what is shown here as a picture or a table',

  pair: 'Start from a .caffemodel…',
  pairLong:
    'Compares the net with a file of weights: which layers Caffe loads from it, which shapes differ, which layers start from their fillers',
  pairAnother: 'Another file…',

  shape: 'shape',
  values: 'values',
  fanIn: 'fan_in',
  fanOut: 'fan_out',
  fanInLong: 'The values that each output sums up, as Caffe counts them: values / shape[0]',
  fanOutLong: 'The values that each input goes into, as Caffe counts them: values / shape[1]',
  filler: 'filler',
  fillerAlone: '{filler}',
  fillerFormula: '{filler}, {formula}',
  unknownShape: 'unknown',
  oneValue: 'one value',
  setByLayer: 'set by the layer, without a filler',
  writtenInFile: 'written in the file of the net',

  asWritten: 'As it is: {filler}',
  whatIf: 'What if',
  whatIfHeading: 'What if: {choice}',
  compare: 'Compare with another filler…',
  closeComparison: 'Close the comparison',
  write: 'Write into the file',
  writeLong: 'Changes the filler of this blob in the text to {choice}. Undo takes it back.',
  choiceScale: '{choice}  (±{scale})',
  choiceStd: '{choice}  (std {scale})',
  field: '{name} {value}',

  noNet: 'This file is no net, or nothing of it can be read yet.',
  noNetHint: 'Open a .prototxt with layers: the weights that they start from are shown here.',
  noBlobs: 'No layer of this net has weights in {state}.',
  noBlobsHint: 'Convolution, InnerProduct and their like have some; the phase is chosen in the status bar.',
  noShape: 'The shape of this blob is not known.',
  noShapeHint:
    'Something before it says too little, such as a data layer without a shape: a comment "# prototxt: datum 3x256x256" in the net says it.',
  ready: 'The values of this blob are not known here.',
  readyHint:
    'It starts from ready kernels in the source of that Caffe, the same for every seed. Nothing is drawn, so that the weights of other layers are right.',
  noFiller: 'What this blob starts from is not known.',
  noFillerHint: 'Its filler has an error: see the Problems view.',

  exact: "Caffe's own values for seed {seed}, bit for bit.",
  exactLong:
    'What set_random_seed({seed}) gives on x86-64, with Boost 1.64 or newer for normal values. A build with fused multiply-add differs in the last bit.',
  sameForAll: 'The same for every seed: nothing is drawn.',
  unsure: "A sample of the right distribution, but not Caffe's own values.",
  unsureLong: 'The layer {layer} comes before this one, and how many random numbers it takes is not known here.',
  shared: 'Shares the values of {layer}, through the name of its param.',
  readOnly: "The choice can't be written here: the layer is in an old format, or has no field for a filler.",

  drawing: 'Drawing… {percent} %',
  cancel: 'Cancel',
  cancelled: 'Drawing was cancelled.',
  drawAgain: 'Draw',

  kernels: '{tiles} kernels of {rows}×{columns}',
  kernelsInColour: '{tiles} kernels of {rows}×{columns}, in colour',
  kernelsShown: 'kernels {first}–{last} of {tiles}, {rows}×{columns} each',
  kernelsShownInColour: 'kernels {first}–{last} of {tiles}, {rows}×{columns} each, in colour',
  matrix: '{rows} rows of {columns}',
  matrixShown: 'rows {top}–{bottom} of {rows}, columns {left}–{right} of {columns}',
  list: '{count} values',
  pictureLabel: '{name}: {what}. Arrow keys read single values, Page Up and Page Down turn pages, plus and minus zoom.',
  pictureHint: 'Point at a value to read it.',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  readValue: '[{indices}] = {value}',
  readColours: '[{indices}] = {values}, channels 0, 1, 2',
  inColour: 'Channels 0, 1, 2 are shown as blue, green, red, the order in which Caffe reads images. Grey is 0.',
  scaleLabel: 'Colours from {low} to {high}',
  allAlike: 'All {count} values are {value}.',

  histogramLabel: 'Histogram of {count} values from {low} to {high}, the most of them near {peak}.',
  legendDrawn: 'drawn',
  legendExpected: 'expected by theory',
  zerosLeftOut: '{share} of the values are 0 and left out of the bars.',
  readBin: '{from} … {to}: {count} values',
  readBinExpected: '{from} … {to}: {count} values, {expected} expected',

  facts: 'Drawn against theory',
  drawn: 'drawn',
  expected: 'expected',
  byChance: '± by chance',
  byChanceLong:
    'The standard error: how far a sample of this size strays from theory. Two in three samples stay within it, nearly all within three of it.',
  exactly: 'exactly',
  unknownTheory: '–',
  strays: 'further than chance explains',
  mean: 'mean',
  std: 'std',
  min: 'min',
  max: 'max',
  zeros: 'zeros',
  percent: '{value} %',
};

export type Words = typeof en;

export const words: Words = inLanguage<Words>({ en, 'zh-cn': chinese });
