/** Every sentence of the panel of the signal. A value in braces is put in by `fillIn`. */
import { inLanguage } from '../words';

const en = {
  title: 'How the signal travels',
  titleOf: 'How the signal travels: {name}',
  state: 'in {state}, before a weight is drawn',
  input: 'Input',
  inputLong: 'What enters the net: each value by itself, normal',
  inputStandard: 'N(0, 1)',
  inputTransform: 'as transform_param makes it',
  inputTyped: 'other…',
  mean: 'mean',
  std: 'std',
  inputNow: 'second moment {second}',
  chart: 'Chart',
  table: 'Table',
  view: 'How to show it',
  save: 'Save as',
  lines: 'Lines',
  asIs: 'As it is',
  before: 'Before your edits',
  xavier: 'All xavier',
  msra: 'All msra',
  average: 'All xavier, AVERAGE',
  keepLong: 'Takes the net as it is now for the line to compare edits with',
  keep: 'Compare from here',

  forward: 'Forward: second moment of the activations, relative to the input',
  back: 'Back: second moment of the gradient, relative to the output',
  depth: 'depth (layers from the input)',
  band: 'Glorot and Bengio\'s condition: nothing is lost (½ … 2 ×)',
  chartLabel: '{what}. {layers} layers. Arrow keys go from layer to layer, Enter shows it in the text.',
  layerTitle: '{name} · {type}',
  reading: '{value} × ({line})',
  none: 'not modelled',

  layer: 'layer',
  type: 'type',
  meanOf: 'mean',
  secondMoment: 'second moment',
  keepsForward: 'keeps forward',
  gradient: 'gradient',
  keepsBack: 'keeps back',
  tableLabel: 'The forecast, a row a layer',

  noNet: 'This file is no net, or nothing of it can be read yet.',
  noNetHint: 'Open a .prototxt with layers: how its signal travels is shown here.',
  nothing: 'Nothing of this net can be forecast.',
  nothingHint: 'The shape of its input is not known, or it begins with layers that are not modelled.',
};

export type Words = typeof en;

export const words: Words = inLanguage<Words>({ en });
