import type { TextChange } from './change';
import { lineBreakOf } from './lines-of';

/**
 * The record shape suggested by the name of a data source, for a person to change; ImageNet's usual size before
 * cropping, where the name gives no hint.
 */
export function usualDatum(source: string, channels: number | undefined): string {
  const usual = knownDatum(source) ?? '3x256x256';
  return channels === undefined ? usual : usual.replace(/^\d+/, String(channels));
}

/** Undefined where the name of a source gives no hint. */
export function knownDatum(source: string): string | undefined {
  return known.find(([name]) => name.test(source))?.[1];
}

/** The shapes that Caffe's own examples convert to, and SegNet's image size. */
const known: readonly (readonly [RegExp, string])[] = [
  [/mnist.*siamese|siamese.*mnist/i, '2x28x28'],
  [/mnist/i, '1x28x28'],
  [/cifar/i, '3x32x32'],
  [/camvid|segnet/i, '3x360x480'],
];

/** Inserts the comment with the record shape at the top of the file, with the file's own line breaks. */
export function writeDatum(text: string, datum: string): TextChange {
  return { span: { start: 0, end: 0 }, newText: `# prototxt: datum ${datum}${lineBreakOf(text)}` };
}
