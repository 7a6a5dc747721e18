import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { lineBreakOf } from './lines-of';

/** Writes the comment that tells which Caffe the file is for at its top, or changes the one that is there. */
export function writeSchema({ text, comments }: Tree, schema: string): readonly TextChange[] {
  for (const { start, end } of comments) {
    const written = /^#\s*prototxt:.*?\bschema=(\S+)/.exec(text.slice(start, end));
    const name = written?.[1];
    if (!written || name === undefined) continue;
    const from = start + written[0].length - name.length;
    return [{ span: { start: from, end: from + name.length }, newText: schema }];
  }
  return [{ span: { start: 0, end: 0 }, newText: `# prototxt: schema=${schema}${lineBreakOf(text)}` }];
}
