/** Rewrites V0 layers completely, since their fields belong to another message in the current format. */
import { keptFields } from '../../net/upgrade/v0';
import type { Message } from '../../schema/message';
import type { Tree } from '../../text/tree';
import type { TextChange } from '../change';
import { dropFields } from '../drop-fields';
import { blockOf } from './block';

/** A padding layer is merged into the layer that reads it; what Caffe ignores in such an old net is dropped. */
export function v0Changes(tree: Tree, net: Message, upgraded: Message): readonly TextChange[] {
  const layers = new Map<number, Message>();
  for (const { field, node, value } of upgraded.entries) {
    if (field.name === 'layer' && typeof value === 'object' && node.name === 'layers')
      layers.set(value.node?.start ?? node.start, value);
  }
  const changes: TextChange[] = [];
  for (const entry of net.entries) {
    if (entry.field.name !== 'layers') continue;
    const { node, valueNode } = entry;
    const layer = layers.get(valueNode.start);
    const isListed = node.value?.kind === 'list';
    const span = { start: isListed ? valueNode.start : node.start, end: valueNode.end };
    if (layer) {
      const block = blockOf(tree, 'layer', layer, [span]);
      changes.push({ span, newText: isListed ? block.replace(/^layer /, '') : block });
    } else if (!isListed) changes.push(...dropFields(tree, [node]));
  }
  for (const { name, value, start, nameEnd } of tree.root.fields) {
    if (name === 'layers' && value?.kind === 'list') changes.push({ span: { start, end: nameEnd }, newText: 'layer' });
  }
  return [
    ...changes,
    ...dropFields(
      tree,
      tree.root.fields.filter(({ name }) => !keptFields.includes(name)),
    ),
  ];
}
