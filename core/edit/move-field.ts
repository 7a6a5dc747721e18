/** Moves a field of a layer into the message where it belongs, with its value and comments as written. */
import type { FieldHome } from '../schema/types';
import type { FieldNode, MessageNode, Tree } from '../text/tree';
import { addFields } from './add-field';
import type { TextChange } from './change';
import { removeField } from './remove-field';

/**
 * `home` is in the innermost `layer` around the field: the first message of that name, created if there is none.
 * Undefined where the field is not in a layer.
 */
export function moveField(
  { text, root }: Tree,
  { start }: { readonly start: number },
  { inside, name }: FieldHome,
): readonly TextChange[] | undefined {
  const layer = root.fields.find((field) => field.start <= start && start < field.end)?.value;
  if (layer?.kind !== 'message') return undefined;
  const field = fieldFrom(layer, start);
  if (!field) return undefined;
  const written = `${name}${text.slice(field.nameEnd, field.end)}`;
  const target = inside === '' ? undefined : layer.fields.find((other) => other.name === inside)?.value;
  const node = inside === '' ? layer : target?.kind === 'message' ? target : undefined;
  const added = node ? addFields(text, node, [written]) : addFields(text, layer, [`${inside} { ${written} }`]);
  return [removeField(text, field), added].sort((a, b) => a.span.start - b.span.start);
}

function fieldFrom(layer: MessageNode, start: number): FieldNode | undefined {
  let message: MessageNode | undefined = layer;
  while (message) {
    const field: FieldNode | undefined = message.fields.find((each) => each.start <= start && start < each.end);
    if (!field || field.start === start) return field;
    message = field.value?.kind === 'message' ? field.value : undefined;
  }
  return undefined;
}
