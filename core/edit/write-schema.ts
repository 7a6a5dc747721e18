import { commentsOf } from '../comments/comments';
import type { Span } from '../problems';
import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { lineBreakOf } from './lines-of';

/**
 * Writes the comment that selects the file's Caffe at the top of the file, or changes the existing one. Only the form
 * `# proto-file:` can hold a path with spaces. If a file has several such comments, the first wins.
 */
export function writeSchema(tree: Tree, schema: string): readonly TextChange[] {
  const { text } = tree;
  const comment = /\s/.test(schema) ? `# proto-file: ${schema}` : `# prototxt: schema=${schema}`;
  const { schemaSpan: span } = commentsOf(tree);
  const inside = span && commentAround(tree, span);
  if (!span || !inside) return [{ span: { start: 0, end: 0 }, newText: `${comment}${lineBreakOf(text)}` }];
  if (isProtoFile(text, inside)) return [{ span: inside, newText: comment }];
  if (!/\s/.test(schema)) return [{ span, newText: schema }];
  return [{ span: { start: 0, end: 0 }, newText: `${comment}${lineBreakOf(text)}` }];
}

/** Removes every comment that selects the file's Caffe, and of one that says more only this. */
export function eraseSchema({ text, comments, ...tree }: Tree): readonly TextChange[] {
  return comments.flatMap((comment): readonly TextChange[] => {
    const { schemaSpan: span } = commentsOf({ ...tree, text, comments: [comment] });
    if (!span) return [];
    const start = span.start - 'schema='.length;
    const rest = isProtoFile(text, comment)
      ? ''
      : `${text.slice(comment.start, start).trimEnd()} ${text.slice(span.end, comment.end).trim()}`;
    if (/^#\s*prototxt:\s*\S/.test(rest)) return [{ span: comment, newText: rest.trimEnd() }];
    return [{ span: withLine(text, comment), newText: '' }];
  });
}

function commentAround({ comments }: Tree, { start, end }: Span): Span | undefined {
  return comments.find((comment) => comment.start <= start && end <= comment.end);
}

function isProtoFile(text: string, { start, end }: Span): boolean {
  return /^#\s*proto-file:/.test(text.slice(start, end));
}

/** A comment that is alone on its line with the line, another with the whitespace before it. */
function withLine(text: string, { start, end }: Span): Span {
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0].length ?? 0;
  const isAlone = start === before || text[start - before - 1] === '\n';
  const lineBreak = isAlone ? (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0) : 0;
  return { start: start - before, end: end + lineBreak };
}
