/** Prints a message made by an upgrade, with the original spelling of its values and their comments. */
import { appended } from '../../lists';
import type { Entry, Message } from '../../schema/message';
import { readScalar } from '../../schema/scalars';
import type { Span } from '../../problems';
import { commentsWithin } from '../../text/comments';
import { parse } from '../../text/parser';
import type { Tree } from '../../text/tree';
import { applyChanges } from '../change';
import { format } from '../format';
import { indentOf, lineBreakOf, opensLine } from '../lines-of';
import { quoted } from '../quoted';

/**
 * `name { … }`, one field a line, with all comments in the spans: each at the field it belonged to, else at the top.
 */
export function blockOf(tree: Tree, name: string, message: Message, spans: readonly Span[]): string {
  const lineBreak = lineBreakOf(tree.text);
  const comments = commentsIn(tree, spans, nodesOf(message));
  const body = bodyOf(tree.text, message, comments);
  const lines = [`${name} {`, ...comments.rest, ...body, '}'];
  const { tree: block, problems } = parse(lines.join('\n'));
  const formatted = applyChanges(
    block.text,
    format({ tree: block, textProblems: problems }, { indent: indentOf(tree.text) }),
  ).trimEnd();
  return formatted.replaceAll('\n', lineBreak);
}

interface Comments {
  /** By the offset of a field: the comments above and after it. */
  readonly above: Map<number, string[]>;
  readonly after: Map<number, string[]>;
  /** Comments of fields that no longer exist. */
  readonly rest: string[];
}

function commentsIn(tree: Tree, spans: readonly Span[], nodes: readonly Span[]): Comments {
  const { text } = tree;
  const found: Comments = { above: new Map(), after: new Map(), rest: [] };
  for (const { start, end } of spans.flatMap((span) => commentsWithin(tree, span))) {
    const spelling = text.slice(start, end).trimEnd();
    const owner = opensLine(text, start)
      ? nodes.find((node) => node.start >= end)
      : nodes.findLast((node) => node.end <= start);
    const isBeside =
      owner &&
      !(opensLine(text, start) ? /[}>]/ : /\n/).test(
        text.slice(Math.min(owner.end, start), Math.max(owner.start, start)),
      );
    if (!owner || !isBeside) found.rest.push(spelling);
    else push(opensLine(text, start) ? found.above : found.after, owner.start, spelling);
  }
  return found;
}

/** The spans of all values that are in the text, in text order. */
function nodesOf(message: Message): readonly Span[] {
  const nodes = new Map<number, Span>();
  const visit = ({ entries }: Message): void => {
    for (const { node, value, valueNode } of entries) {
      if (typeof value === 'object') visit(value);
      else nodes.set(valueNode.start, { start: node.start, end: node.end });
    }
  };
  visit(message);
  return [...nodes.values()].sort((a, b) => a.start - b.start);
}

function bodyOf(text: string, message: Message, comments: Comments): readonly string[] {
  return inOrder(message.entries).flatMap((entry): readonly string[] => {
    const { field, node, value } = entry;
    if (typeof value !== 'object') {
      const { spelling, isWritten } = spellingOf(text, entry);
      const line = `${field.name}: ${spelling}`;
      if (!isWritten && node.name !== field.name) return [line];
      return [...take(comments.above, node.start), [line, ...take(comments.after, node.start)].join('  ')];
    }
    const body = bodyOf(text, value, comments);
    const isShort = body.every((line) => !/[#{]/.test(line)) && shortTypes.includes(value.type.name);
    return isShort ? [`${field.name} { ${body.join(' ')} }`] : [`${field.name} {`, ...body, '}'];
  });
}

const shortTypes = ['BlobShape', 'ParamSpec', 'FillerParameter', 'NetStateRule'];
const heads = ['name', 'type', 'bottom', 'top', 'include', 'exclude', 'param'];

/** Fields that identify a layer first, then those that configure it. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const rank = ({ field }: Entry): number =>
    field.owner === 'LayerParameter' && heads.includes(field.name) ? heads.indexOf(field.name) : heads.length;
  return [...entries].sort((a, b) => rank(a) - rank(b));
}

/** The original text, where it stands for the same value; values computed by the upgrade are printed. */
function spellingOf(
  text: string,
  { field, valueNode, value }: Entry,
): { readonly spelling: string; readonly isWritten: boolean } {
  const reading = valueNode.kind === 'scalar' ? readScalar(text, valueNode, field) : undefined;
  const isWritten = reading !== undefined && typeof reading !== 'object' && Object.is(reading, value);
  if (isWritten) return { spelling: text.slice(valueNode.start, valueNode.end), isWritten };
  return { spelling: field.kind === 'string' ? quoted(String(value)) : String(value), isWritten };
}

function take(comments: Map<number, string[]>, at: number): readonly string[] {
  const found = comments.get(at) ?? [];
  comments.delete(at);
  return found;
}

function push(comments: Map<number, string[]>, at: number, comment: string): void {
  comments.set(at, appended(comments.get(at), comment));
}
