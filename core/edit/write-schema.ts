import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { lineBreakOf } from './lines-of';

/**
 * Writes the comment that selects the file's Caffe at the top of the file, or changes the existing one. Only the form
 * `# proto-file:` can hold a path with spaces. If a file has several such comments, the first wins.
 */
export function writeSchema({ text, comments }: Tree, schema: string): readonly TextChange[] {
  const lineBreak = lineBreakOf(text);
  if (/\s/.test(schema)) return [{ span: { start: 0, end: 0 }, newText: `# proto-file: ${schema}${lineBreak}` }];
  for (const { start, end } of comments) {
    const written = /^#\s*prototxt:.*?\bschema=(\S+)/.exec(text.slice(start, end));
    const name = written?.[1];
    if (!written || name === undefined) continue;
    const from = start + written[0].length - name.length;
    return [{ span: { start: from, end: from + name.length }, newText: schema }];
  }
  return [{ span: { start: 0, end: 0 }, newText: `# prototxt: schema=${schema}${lineBreak}` }];
}
