/** What can be folded: messages of several lines, runs of comments, and what stands between `# region` and `# endregion`. */
import type { Analysis } from '#core/analysis';
import type { Span } from '#core/problems';
import type { MessageNode, Tree } from '#core/text/tree';

export interface Fold {
  /** From the line that stays to the last that goes. */
  readonly span: Span;
  readonly kind?: 'comment' | 'region';
}

export function foldingRanges({ tree }: Analysis): readonly Fold[] {
  return [...messages(tree), ...comments(tree), ...regions(tree)];
}

function messages({ text, root }: Tree): readonly Fold[] {
  const folds: Fold[] = [];
  const waiting: MessageNode[] = [root];
  for (let message = waiting.pop(); message; message = waiting.pop()) {
    for (const { start, value } of message.fields) {
      const inside = value?.kind === 'message' ? [value] : value?.kind === 'list' ? value.items.filter((item) => item.kind === 'message') : [];
      for (const node of inside) {
        waiting.push(node);
        // The line of the closing bracket stays, if there is one.
        const last = node.closed ? text.lastIndexOf('\n', node.end - 1) : node.end;
        if (last > start && text.slice(start, last).includes('\n')) folds.push({ span: { start, end: Math.max(start, last - 1) } });
      }
    }
  }
  return folds;
}

/** Comments alone on their lines, at least two in a row. */
function comments({ text, comments: all }: Tree): readonly Fold[] {
  const folds: Fold[] = [];
  let first: Span | undefined;
  let previous: Span | undefined;
  const close = (): void => {
    if (first && previous && first !== previous) folds.push({ span: { start: first.start, end: previous.end }, kind: 'comment' });
  };
  for (const comment of all) {
    const own = text.slice(text.lastIndexOf('\n', comment.start - 1) + 1, comment.start).trim() === '';
    const follows = own && previous && /^\r?\n[ \t]*$/.test(text.slice(previous.end, comment.start));
    if (!follows || isMarker(text, comment)) {
      close();
      first = own && !isMarker(text, comment) ? comment : undefined;
    }
    previous = own && !isMarker(text, comment) ? comment : undefined;
  }
  close();
  return folds;
}

function regions({ text, comments: all }: Tree): readonly Fold[] {
  const folds: Fold[] = [];
  const open: Span[] = [];
  for (const comment of all) {
    const word = text.slice(comment.start, comment.end);
    if (/^#\s*region\b/.test(word)) open.push(comment);
    else if (/^#\s*endregion\b/.test(word)) {
      const start = open.pop()?.start;
      if (start !== undefined) folds.push({ span: { start, end: comment.end }, kind: 'region' });
    }
  }
  return folds;
}

function isMarker(text: string, { start, end }: Span): boolean {
  return /^#\s*(?:end)?region\b/.test(text.slice(start, end));
}
