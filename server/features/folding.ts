/**
 * Folding ranges: messages on several lines, runs of comments or of layers with one prefix, and `# region` to `# endregion`.
 */
import type { Analysis } from '#core/analysis/analysis';
import { say, type Language } from '#core/messages/language';
import { writtenLayers } from '#core/net/written-layers';
import type { Span } from '#core/problems/index';
import { str } from '#core/schema/message';
import { lines, lineStartAt, type Lines } from '#core/text/lines';
import type { MessageNode, Tree } from '#core/text/tree';
import { runsOf, type Run } from './prefix-runs';

export interface Fold {
  /** From the line that stays visible to the last one hidden. */
  readonly span: Span;
  readonly kind?: 'comment' | 'region';
  /** What stands for the hidden lines, in editors that support this. */
  readonly collapsed?: string;
}

/** At most one per line. */
export function foldingRanges(analysis: Analysis, language: Language): readonly Fold[] {
  const { tree, text } = analysis;
  const table = lines(text);
  const runs = layerRuns(analysis, table, language);
  const lineOf = ({ span }: Fold): number => table.positionAt(span.start).line;
  const taken = new Set(runs.map(lineOf));
  const others = messages(tree, table).filter((fold) => !taken.has(lineOf(fold)));
  return [...runs, ...others, ...comments(tree), ...regions(tree)];
}

/**
 * From the first layer's line to the last layer's end. The first layer has no fold of its own, nor has an inner run that starts
 * with it: an editor has one fold per line, and the outermost one is what a reader of blocks wants.
 */
function layerRuns({ message, kind }: Analysis, table: Lines, language: Language): readonly Fold[] {
  if (kind !== 'net' || !message) return [];
  const layers = writtenLayers(message);
  const nodes = layers.map(({ entry }) => entry.node);
  const folds: Fold[] = [];
  const taken = new Set<number>();
  const add = (outer: string, { prefix: own, first, last, runs }: Run): void => {
    const prefix = `${outer}${own}/`;
    const start = nodes[first]?.start ?? 0;
    const { line } = table.positionAt(start);
    const end = lastLine(table, nodes[last]?.end ?? 0, nodes[last + 1]?.start);
    // Layers on one line have no fold.
    if (!taken.has(line) && end > line) {
      taken.add(line);
      const collapsed = say(language.outline, 'fold', { prefix, count: last - first + 1 });
      folds.push({ span: { start, end: table.offsetAt({ line: end, character: 0 }) }, collapsed });
    }
    runs.forEach((run) => add(prefix, run));
  };
  runsOf(layers.map(({ named }) => str(named, 'name'))).forEach((run) => add('', run));
  return folds;
}

/** The last line of a run: the one above where the next layer starts on the line of its end. */
function lastLine(table: Lines, end: number, next: number | undefined): number {
  const { line } = table.positionAt(end);
  return next !== undefined && table.positionAt(next).line === line ? line - 1 : line;
}

function messages({ root }: Tree, table: Lines): readonly Fold[] {
  const folds: Fold[] = [];
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
    const own = text.slice(lineStartAt(text, comment.start), comment.start).trim() === '';
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
