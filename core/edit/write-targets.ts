import { commentsOf } from '../comments/comments';
import type { Span } from '../problems';
import type { Tree } from '../text/tree';
import type { TextChange } from './change';
import { atTop, commentAround, withoutWord } from './directive-words';

/**
 * Writes the comment that names the targets of a net at the top of the file, or changes the existing one; without names
 * removes every such comment. Undefined where a name has characters that a comment cannot hold.
 */
export function writeTargets(tree: Tree, names: readonly string[]): readonly TextChange[] | undefined {
  if (names.length === 0) return eraseTargets(tree);
  if (!names.every(canBeWritten)) return undefined;
  const list = names.join(',');
  const { targetsSpan: span } = commentsOf(tree);
  return [span && commentAround(tree, span) ? { span, newText: list } : atTop(tree.text, `# prototxt: target=${list}`)];
}

/** Whether a comment can name the target: it ends at whitespace, and a comma separates names. */
export function canBeWritten(name: string): boolean {
  return /^[^\s,]+$/.test(name);
}

function eraseTargets({ text, comments, ...tree }: Tree): readonly TextChange[] {
  return comments.flatMap((comment): readonly TextChange[] => {
    const { targetsSpan: span } = commentsOf({ ...tree, text, comments: [comment] });
    const word: Span | undefined = span && { start: span.start - 'target='.length, end: span.end };
    return word ? [withoutWord(text, comment, word)] : [];
  });
}
