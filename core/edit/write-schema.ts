import { commentsOf } from '../comments/comments';
import type { Span } from '../problems';
import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { atTop, commentAround, withLine, withoutWord } from './directive-words';

/**
 * Writes the comment that selects the file's Caffe at the top of the file, or changes the existing one. Only the form
 * `# proto-file:` can hold a path with spaces. If a file has several such comments, the first wins.
 */
export function writeSchema(tree: Tree, schema: string): readonly TextChange[] {
  const { text } = tree;
  const comment = /\s/.test(schema) ? `# proto-file: ${schema}` : `# prototxt: schema=${schema}`;
  const { schemaSpan: span } = commentsOf(tree);
  const inside = span && commentAround(tree, span);
  if (!span || !inside) return [atTop(text, comment)];
  if (isProtoFile(text, inside)) return [{ span: inside, newText: comment }];
  if (!/\s/.test(schema)) return [{ span, newText: schema }];
  return [atTop(text, comment)];
}

/** Removes every comment that selects the file's Caffe, and of one that says more only this. */
export function eraseSchema({ text, comments, ...tree }: Tree): readonly TextChange[] {
  return comments.flatMap((comment): readonly TextChange[] => {
    const { schemaSpan: span } = commentsOf({ ...tree, text, comments: [comment] });
    if (!span) return [];
    if (isProtoFile(text, comment)) return [{ span: withLine(text, comment), newText: '' }];
    return [withoutWord(text, comment, { start: span.start - 'schema='.length, end: span.end })];
  });
}

function isProtoFile(text: string, { start, end }: Span): boolean {
  return /^#\s*proto-file:/.test(text.slice(start, end));
}
