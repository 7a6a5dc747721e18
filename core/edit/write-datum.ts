import type { TextChange } from './change';
import { lineBreakOf } from './lines-of';

/**
 * The shape of the records that a source's name lets one expect, for a person to change; ImageNet's usual size before
 * cropping, where it tells nothing.
 */
export function usualDatum(source: string, channels: number | undefined): string {
  const usual = known.find(([name]) => name.test(source))?.[1] ?? '3x256x256';
  return channels === undefined ? usual : usual.replace(/^\d+/, String(channels));
}

/** As Caffe's own examples convert them, and as SegNet takes its pictures. */
const known: readonly (readonly [RegExp, string])[] = [
  [/mnist.*siamese|siamese.*mnist/i, '2x28x28'],
  [/mnist/i, '1x28x28'],
  [/cifar/i, '3x32x32'],
  [/camvid|segnet/i, '3x360x480'],
];

/** Writes the comment that tells the shape of the records at the top of the file, with the file's own line breaks. */
export function writeDatum(text: string, datum: string): TextChange {
  return { span: { start: 0, end: 0 }, newText: `# prototxt: datum ${datum}${lineBreakOf(text)}` };
}
