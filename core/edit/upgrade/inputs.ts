/** Rewrites a net's own `input` fields as an Input layer. */
import { inputFields } from '../../net/upgrade/inputs';
import type { Message } from '../../schema/message';
import type { FieldNode, Tree } from '../../text/tree';
import type { TextChange } from '../change';
import { dropFields } from '../drop-fields';
import { lineBreakOf } from '../lines-of';
import { removeField, whitespaceBefore } from '../remove-field';
import { blockOf } from './block';

/** The layer is placed at the first `input`, or before the first layer if that comes earlier. */
export function inputChanges(tree: Tree, net: Message, upgraded: Message): readonly TextChange[] {
  const old = tree.root.fields.filter(({ name }) => inputFields.includes(name));
  const [first] = old;
  const layer = upgraded.entries.find(({ node, field }) => field.name === 'layer' && node.name === 'input')?.value;
  const firstLayer = tree.root.fields.find(({ name }) => name === 'layer' || name === 'layers');
  if (!first || typeof layer !== 'object' || net.state !== 'sound') return [];
  const run = runFrom(tree, first);
  const region = { start: first.start, end: endWithComment(tree, run.at(-1) ?? first) };
  const block = blockOf(tree, 'layer', layer, [region]);
  const rest = dropFields(
    tree,
    old.filter((field) => !run.includes(field)),
  );
  if (!firstLayer || first.start < firstLayer.start) return [{ span: region, newText: block }, ...rest];
  // Where the layer is a padding, its removal may begin at the whitespace before it.
  const at = whitespaceBefore(tree.text, firstLayer.start);
  const [opensLine, lineBreak] = [at === 0 || tree.text[at - 1] === '\n', lineBreakOf(tree.text)];
  return [
    { span: { start: at, end: at }, newText: `${opensLine ? '' : lineBreak}${block}${lineBreak}` },
    removeField(tree.text, region),
    ...rest,
  ];
}

/** The contiguous run of such fields from the first one on. */
function runFrom({ root }: Tree, first: FieldNode): readonly FieldNode[] {
  const from = root.fields.indexOf(first);
  const end = root.fields.findIndex(({ name }, i) => i > from && !inputFields.includes(name));
  return root.fields.slice(from, end < 0 ? undefined : end);
}

function endWithComment({ text, comments }: Tree, { end }: FieldNode): number {
  const next = comments.find(({ start }) => start >= end);
  return next && !text.slice(end, next.start).includes('\n') && /^[ \t,;]*$/.test(text.slice(end, next.start))
    ? next.end
    : end;
}
