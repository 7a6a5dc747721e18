/**
 * Folding ranges: messages on several lines, runs of comments or of layers with one prefix, and `# region` to `# endregion`.
 */
import type { Analysis } from '#core/analysis/analysis';
import { writtenLayers } from '#core/net/written-layers';
import type { Span } from '#core/problems/index';
import { str } from '#core/schema/message';
import { lines } from '#core/text/lines';
import type { MessageNode, Tree } from '#core/text/tree';
import { runsOf, type Run } from './prefix-runs';

export interface Fold {
  /** From the line that stays visible to the last one hidden. */
  readonly span: Span;
  readonly kind?: 'comment' | 'region';
}

export function foldingRanges(analysis: Analysis): readonly Fold[] {
  const { tree } = analysis;
  return [...messages(tree), ...comments(tree), ...regions(tree), ...layerRuns(analysis)];
}

/**
 * An editor keeps only one fold per line, so a run of layers starts on the line above it, to keep the fold of its first layer.
 * If that line is a comment, it becomes the header of the run.
 */
function layerRuns({ message, text, kind }: Analysis): readonly Fold[] {
  if (kind !== 'net' || !message) return [];
  const layers = writtenLayers(message);
  const names = layers.map(({ named }) => str(named, 'name'));
  const folds: Fold[] = [];
  const taken = new Set<number>();
  const add = ({ first, last, runs }: Run): void => {
    const header = lineAbove(text, layers[first]?.entry.node.start ?? 0);
    if (header !== undefined && !taken.has(header)) {
      taken.add(header);
      // The last line stays visible: the next run may start on it.
      const end = text.lastIndexOf('\n', (layers[last]?.entry.node.end ?? 0) - 1) - 1;
      if (end > (layers[first]?.entry.node.start ?? end)) folds.push({ span: { start: header, end } });
    }
    runs.forEach(add);
  };
  runsOf(names).forEach(add);
  return folds;
}

/** The offset of the line above, or above a block of several comments there, which has a fold of its own. */
function lineAbove(text: string, offset: number): number | undefined {
  const above = (line: number): number | undefined => (line === 0 ? undefined : text.lastIndexOf('\n', line - 2) + 1);
  const isComment = (line: number | undefined): line is number =>
    line !== undefined && /^[ \t]*#/.test(text.slice(line, line + 200));
  const first = above(text.lastIndexOf('\n', offset - 1) + 1);
  if (!isComment(first)) return first;
  let line: number | undefined = above(first);
  if (!isComment(line)) return /^[ \t]*#\s*region\b/.test(text.slice(first, first + 200)) ? undefined : first;
  while (isComment(line)) line = above(line);
  return line;
}

function messages({ text, root }: Tree): readonly Fold[] {
  const folds: Fold[] = [];
  const table = lines(text);
  const waiting: MessageNode[] = [root];
  for (let message = waiting.pop(); message; message = waiting.pop()) {
    for (const { start, value } of message.fields) {
      const inside =
        value?.kind === 'message'
          ? [value]
          : value?.kind === 'list'
            ? value.items.filter((item) => item.kind === 'message')
            : [];
      for (const node of inside) {
        waiting.push(node);
        // The line of the closing bracket stays visible, if there is one.
        const last = table.positionAt(node.end - 1).line - (node.closed ? 1 : 0);
        if (last > table.positionAt(start).line)
          folds.push({ span: { start, end: table.offsetAt({ line: last, character: 0 }) } });
      }
    }
  }
  return folds;
}

/** Runs of at least two comments that are alone on their lines. */
function comments({ text, comments: all }: Tree): readonly Fold[] {
  const folds: Fold[] = [];
  let first: Span | undefined;
  let previous: Span | undefined;
  const close = (): void => {
    if (first && previous && first !== previous)
      folds.push({ span: { start: first.start, end: previous.end }, kind: 'comment' });
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
