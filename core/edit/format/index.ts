/**
 * The formatter. It changes nothing but whitespace between tokens, so the meaning of a text stays the same. Line breaks
 * and blank lines are kept, with one exception: a message over several lines begins and ends on lines of its own.
 */
import type { Problem, Span } from '../../problems';
import { commentsWithin } from '../../text/comments';
import type { FieldNode, MessageNode, Tree } from '../../text/tree';
import type { TextChange } from '../change';
import { whitespaceOf, type Wish } from './whitespace';
import { damageOf } from './damage';

export interface Style {
  /** One step of indentation: spaces or a tab. */
  readonly indent: string;
}

export const usualStyle: Style = { indent: '  ' };

export interface Formattable {
  readonly tree: Tree;
  /** Only problems of the text format are considered; others are ignored. */
  readonly textProblems: readonly Problem[];
}

/**
 * The fewest changes, in text order. `within`: only what begins on the lines of this span. A top-level field with a
 * syntax error stays unchanged, byte for byte, as does a whole text that begins with `# txtpbfmt: disable`.
 */
export function format({ tree, textProblems }: Formattable, { indent }: Style, within?: Span): readonly TextChange[] {
  const damage = damageOf(textProblems);
  if (damage.kind === 'all' || isDisabled(tree)) return [];
  const { text, root } = tree;
  const range = within ? wholeLines(text, within) : { start: 0, end: text.length };
  const whitespace = whitespaceOf(tree, indent, range);
  let wish: Wish = 'start';
  for (const field of root.fields) {
    if (field.start > range.end) return whitespace.changes;
    const isMulti = spansLines(text, field);
    if (field.end < range.start || damage.hits(text, field)) whitespace.skip(field.end);
    else formatField(field, 0, wish === 'keep' && isMulti ? 'line' : wish);
    wish = isMulti ? 'line' : 'keep';
  }
  whitespace.end();
  return whitespace.changes;

  function formatField({ start, nameEnd, colon, value }: FieldNode, depth: number, before: Wish): void {
    whitespace.token(start, nameEnd, before, depth, depth);
    if (colon >= 0) whitespace.token(colon, colon + 1, 'tight', depth + 1, depth);
    if (!value) return;
    if (value.kind === 'message') return formatMessage(value, depth, 'space');
    if (value.kind === 'scalar') return formatScalar(value.start, value.end, depth, 'space');
    const hasLines = value.items.some((item) => item.kind === 'message' && spansLines(text, item));
    whitespace.token(value.start, value.start + 1, 'space', depth + 1, depth);
    value.items.forEach((item, i) => {
      const wished = hasLines ? 'line' : i === 0 ? 'keep-tight' : 'keep';
      if (item.kind === 'message') formatMessage(item, depth + 1, wished);
      else formatScalar(item.start, item.end, depth + 1, wished);
    });
    if (value.closed) whitespace.token(value.end - 1, value.end, hasLines ? 'line' : 'keep-tight', depth + 1, depth);
  }

  function formatMessage(message: MessageNode, depth: number, before: Wish): void {
    const { start, end, fields } = message;
    whitespace.token(start, start + 1, before, before === 'space' ? depth + 1 : depth, depth);
    const isMulti = spansLines(text, message);
    let wished: Wish = isMulti ? 'line' : 'space';
    for (const field of fields) {
      const multi = isMulti && spansLines(text, field);
      formatField(field, depth + 1, multi ? 'line' : wished);
      wished = multi ? 'line' : 'keep';
    }
    whitespace.token(end - 1, end, isMulti ? 'line' : fields.length > 0 ? 'space' : 'tight', depth + 1, depth);
  }

  /** Adjacent strings are one value: each continues the one before. */
  function formatScalar(start: number, end: number, depth: number, before: Wish): void {
    const quote = text[start];
    if ((quote !== '"' && quote !== "'") || text.indexOf(quote, start + 1) === end - 1)
      return whitespace.token(start, end, before, depth + 1, depth);
    let wished = before;
    for (const part of stringsIn(tree, start, end)) {
      whitespace.token(part.start, part.end, wished, depth + 1, wished === before ? depth : depth + 1);
      wished = 'keep';
    }
  }
}

/**
 * After a line break or a closing bracket is typed: formats the previous line, or the message that the bracket closes.
 */
export function formatOnType(
  formattable: Formattable,
  offset: number,
  typed: string,
  style: Style,
): readonly TextChange[] {
  const { text, root } = formattable.tree;
  if (typed === '\n') {
    const end = text.lastIndexOf('\n', offset - 1);
    return end < 0 ? [] : format(formattable, style, { start: end, end });
  }
  const closed = endingAt(root, offset);
  return closed ? format(formattable, style, closed) : [];
}

/** `# txtpbfmt: disable` before the first field, as the formatter txtpbfmt defines it. */
function isDisabled({ text, root, comments }: Tree): boolean {
  const first = root.fields[0]?.start ?? text.length;
  return comments.some(({ start, end }) => start < first && /^#\s*txtpbfmt:.*\bdisable\b/.test(text.slice(start, end)));
}

function spansLines(text: string, { start, end }: Span): boolean {
  // Not by indexOf on the text, which would look beyond the span, up to the end of a text on one line.
  return text.slice(start, end).includes('\n');
}

function wholeLines(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
}

/** The field whose value has its closing bracket directly before an offset. */
function endingAt(message: MessageNode, offset: number): FieldNode | undefined {
  const field = message.fields.find(({ start, end }) => start < offset && offset <= end);
  if (!field?.value || field.value.kind === 'scalar') return undefined;
  if (field.value.end === offset) return field;
  const inner =
    field.value.kind === 'message'
      ? field.value
      : field.value.items.find(({ start, end }) => start < offset && offset <= end);
  return inner?.kind === 'message' ? endingAt(inner, offset) : undefined;
}

function stringsIn(tree: Tree, start: number, end: number): readonly Span[] {
  const { text } = tree;
  const parts: Span[] = [];
  let at = start;
  while (at < end) {
    const comment = text[at] === '#' ? commentsWithin(tree, { start: at, end })[0] : undefined;
    const quote = text[at];
    if (comment) at = comment.end;
    else if (quote === '"' || quote === "'") {
      const from = at++;
      while (at < end && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
      parts.push({ start: from, end: ++at });
    } else at++;
  }
  return parts;
}
