/** Moves a field of a layer into the message where it belongs, with its value as written and its comments. */
import type { FieldHome } from '../schema/types';
import type { FieldNode, MessageNode, Tree } from '../text/tree';
import { addFields } from './add-field';
import type { TextChange } from './change';
import { opensLine } from './lines-of';
import { commentAfter, removeField } from './remove-field';

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
  const owner = node ?? layer;
  // A comment after it moves with it where each has a line of its own; otherwise it stays.
  const behind = commentAfter(text, field);
  const goesAlong = behind && opensLine(text, field.start) && owner.closed && opensLine(text, owner.end - 1);
  const comment = goesAlong ? ` ${text.slice(behind.start, behind.end)}` : '';
  const added = addFields(text, owner, [`${node ? written : `${inside} { ${written} }`}${comment}`]);
  const removed = goesAlong ? { start: field.start, end: behind.end } : field;
  return [removeField(text, removed), added].sort((a, b) => a.span.start - b.span.start);
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
