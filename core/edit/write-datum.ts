import type { TextChange } from './change';

/** ImageNet's usual size before cropping: a value to begin with, for a person to change. */
export const usualDatum = '3x256x256';

/** Writes the comment that tells the shape of the records at the top of the file, with the file's own line breaks. */
export function writeDatum(text: string): TextChange {
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  return { span: { start: 0, end: 0 }, newText: `# prototxt: datum ${usualDatum}${lineBreak}` };
}
