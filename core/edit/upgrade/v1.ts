/** Upgrades V1 layers with the fewest changes: their field name, their type, and the fields that moved. */
import { dataParams, transforms } from '../../net/upgrade/data-transform';
import { specFields } from '../../net/upgrade/v1';
import { typeOfV1 } from '../../net/upgrade/v1-types';
import { entryOf, valueSpan, type Entry, type Message } from '../../schema/message';
import { commentsWithin } from '../../text/comments';
import { lineEndAt } from '../../text/lines';
import type { Tree } from '../../text/tree';
import type { TextChange } from '../change';
import { dropFields } from '../drop-fields';
import { indentAt, indentOf, lineBreakOf, opensLine } from '../lines-of';
import { commentAfter, removeField, withComment } from '../remove-field';
import { replaceField } from '../replace-field';

export function v1Changes(tree: Tree, net: Message): readonly TextChange[] {
  const changes: TextChange[] = tree.root.fields
    .filter(({ name }) => name === 'layers')
    .map(({ start, nameEnd }) => ({ span: { start, end: nameEnd }, newText: 'layer' }));
  for (const { field, value } of net.entries) {
    if (field.name === 'layers' && typeof value === 'object') changes.push(...layerChanges(tree, value));
  }
  return changes;
}

function layerChanges(tree: Tree, layer: Message): readonly TextChange[] {
  const type = entryOf(layer, 'type');
  const name = typeof type?.value === 'string' ? type.value : undefined;
  return [
    ...(type && name !== undefined ? [{ span: valueSpan(type), newText: `"${typeOfV1(name)}"` }] : []),
    ...specChanges(tree, layer),
    ...transformChanges(tree, layer, name),
  ];
}

/**
 * `blobs_lr: 1 weight_decay: 0`, four lists with one item per blob, become one `param { lr_mult: 1 decay_mult: 0 }` per
 * blob.
 */
function specChanges(tree: Tree, layer: Message): readonly TextChange[] {
  const { text } = tree;
  const lists = Object.keys(specFields).map((name) => layer.entries.filter(({ field }) => field.name === name));
  const all = lists.flat();
  if (all.length === 0) return [];
  const nBlobs = Math.max(...lists.map((list) => list.length));
  const params = Array.from({ length: nBlobs }, (_, i) => {
    const parts = lists.flatMap((list) => list[i] ?? []);
    const fields = parts.map((entry) => `${specFields[entry.field.name] ?? ''}: ${textOf(text, entry)}`).join(' ');
    return {
      written: `param { ${fields} }`,
      first: parts.reduce((a, b) => (a.node.start <= b.node.start ? a : b)).node,
    };
  });
  const nodes = [...new Set(all.map(({ node }) => node))].sort((a, b) => a.start - b.start);
  const firsts = params.map(({ first }) => first);
  // A list in brackets holds the items of several blobs: then all are placed at the first field.
  const [anchor] = nodes;
  const isListed = new Set(firsts).size < firsts.length;
  const kept = isListed ? nodes.slice(0, 1) : firsts;
  const separator =
    anchor && opensLine(text, anchor.start) ? `${lineBreakOf(text)}${indentAt(text, anchor.start)}` : ' ';
  const written =
    isListed && anchor
      ? [replaceField(tree, anchor, params.map((one) => one.written).join(separator))]
      : params.map((one) => replaceField(tree, one.first, one.written));
  return [
    ...written,
    ...dropFields(
      tree,
      nodes.filter((node) => !kept.includes(node)),
    ),
  ];
}

/** Scaling and cropping of data moved to `transform_param`, before its existing fields. */
function transformChanges(tree: Tree, layer: Message, type: string | undefined): readonly TextChange[] {
  const { text } = tree;
  const holder = type === undefined ? undefined : entryOf(layer, dataParams[type] ?? '');
  if (!holder || typeof holder.value !== 'object') return [];
  const moving = holder.value.entries.filter(({ field }) => transforms.includes(field.name));
  if (moving.length === 0) return [];
  const own = entryOf(layer, 'transform_param');
  const overridden =
    typeof own?.value === 'object'
      ? own.value.entries.filter(({ field }) => moving.some((entry) => entry.field.name === field.name))
      : [];
  const hasLines = opensLine(text, holder.node.start);
  /** A trailing comment of a field that is alone on its line moves with it. */
  const commentOf = ({ node }: Entry): string => {
    const goesAlong = hasLines && opensLine(text, node.start) && commentsWithin(tree, node).length === 0;
    const comment = goesAlong ? commentAfter(text, node) : undefined;
    return comment ? text.slice(comment.start, comment.end) : '';
  };
  const lines = moving.map((entry) => `${entry.field.name}: ${textOf(text, entry)} ${commentOf(entry)}`.trimEnd());
  const [bare, commented] = [
    moving.filter((entry) => commentOf(entry) === ''),
    moving.filter((entry) => commentOf(entry) !== ''),
  ];
  return [
    ...dropFields(
      tree,
      bare.map(({ node }) => node),
    ),
    ...commented.map(({ node }) => removeField(text, withComment(text, node))),
    ...dropFields(
      tree,
      overridden.map(({ node }) => node),
    ),
    own?.valueNode.kind === 'message'
      ? intoMessage(text, own.valueNode.start + 1, own.node.start, lines)
      : insertedAfter(text, holder, lines),
  ];
}

/** Inserts lines directly after the opening bracket. */
function intoMessage(text: string, at: number, holder: number, lines: readonly string[]): TextChange {
  const end = lineEndAt(text, at);
  const opened = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n)/.exec(text.slice(at, end < text.length ? end + 1 : at))?.[0];
  if (opened === undefined && !lines.some((line) => line.includes('#')))
    return { span: { start: at, end: at }, newText: ` ${lines.join(' ')}` };
  const indent = `${lineBreakOf(text)}${indentAt(text, holder)}${indentOf(text)}`;
  const to = at + (opened?.length ?? 0);
  return {
    span: { start: to, end: to },
    newText: `${lines.map((line) => `${indent}${line}`).join('')}${opened === undefined ? indent : ''}`,
  };
}

function insertedAfter(text: string, { node }: Entry, lines: readonly string[]): TextChange {
  const { start, end } = node;
  const base = indentAt(text, start);
  const lineBreak = lineBreakOf(text);
  const newText = opensLine(text, start)
    ? `${lineBreak}${base}transform_param {${lines.map((line) => `${lineBreak}${base}${indentOf(text)}${line}`).join('')}${lineBreak}${base}}`
    : ` transform_param { ${lines.join(' ')} }`;
  return { span: { start: end, end }, newText };
}

function textOf(text: string, { valueNode: { start, end } }: Entry): string {
  return text.slice(start, end);
}
