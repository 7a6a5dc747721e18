/** How the panel spells what it shows. */
import type { AlternativeView } from '#server/protocol';
import type { BlobView, LayerView } from '#core/weights/view';

export function formatShort(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text = size >= 1e6 || size < 1e-4 ? value.toExponential(2) : String(Number(value.toPrecision(4)));
  return text.replace('-', '−');
}

export function formatShape(shape: BlobView['shape']): string {
  return shape === null ? 'unknown shape' : shape.map((dim) => dim ?? '?').join('×') || 'one value';
}

export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `conv1 · Convolution` */
export function titleOf({ name, type }: LayerView): string {
  return `${name === '' ? '(no name)' : name} · ${type}`;
}

export function factsOf({ shape, filler, fanIn, fanOut, formula }: BlobView): string {
  const parts = [formatShape(shape), filler ?? 'set by the layer'];
  if (fanIn !== null && fanOut !== null && (shape?.length ?? 0) > 1) parts.push(`fan_in ${thousands(fanIn)}`, `fan_out ${thousands(fanOut)}`);
  if (formula !== '') parts.push(formula);
  return parts.join(' · ');
}

/** `xavier, variance_norm: AVERAGE: s = …` */
export function choiceLabel({ choice, formula }: AlternativeView): string {
  const fields = Object.entries(choice.fields).map(([name, value]) => (name === 'variance_norm' ? value : `${name} ${value}`));
  const scale = formula.includes('=') ? `: ${formula.slice(formula.lastIndexOf('=') + 1).trim()}` : '';
  return [choice.type, ...fields].join(', ') + scale;
}

export const sentences = {
  noNet: 'Open a Caffe net: its initial weights are shown here.',
  noBlobs: 'No layer of this net has weights in this state.',
  unknownShape: 'The shape of this blob is not known: a layer above it says too little. The hover on its bottom tells more.',
  unknownFiller: 'What this blob starts from is not known.',
  tooLarge: 'This blob holds more values than a page can keep.',
  exact: (seed: number, solver: string | undefined): string =>
    `What Caffe draws after set_random_seed(${seed})${solver === undefined ? '' : `, the random_seed of ${solver}`}: the same bits on x86-64, with Boost 1.64 or newer for normal values.`,
  noDraw: 'No random numbers: the same for every seed.',
  unsure: (layer: string): string =>
    `Caffe's own values are others: ${layer === '' ? 'a layer' : layer} comes before and draws a number of times that is not known here. Their distribution is the same.`,
  shared: (layer: string): string => `Shares the values of ${layer}.`,
  readOnly: 'This layer is in an old format, or has no field for a filler: the choice can\'t be written.',
  drawing: (percent: number): string => `Drawing… ${percent} %`,
};
