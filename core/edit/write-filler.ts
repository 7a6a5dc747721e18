/** Writes a filler into a layer with the fewest changes, keeping the rest of the text. */
import type { Analysis } from '../analysis/analysis';
import type { Weight } from '../infer/types';
import type { Layer } from '../net/model';
import { entryOf, sub, valueSpan, type Message } from '../schema/message';
import type { MessageNode } from '../text/tree';
import { spellChoice, type FillerChoice } from '../weights/alternatives';
import { addFields } from './add-field';
import type { TextChange } from './change';
import { dropFields } from './drop-fields';

/**
 * Undefined where the filler can't be written: the blob has no filler field, or its layer is in an old format that has
 * the parameters elsewhere. Changes are in text order.
 */
export function writeFiller(
  analysis: Analysis,
  weight: Weight,
  choice: FillerChoice,
): readonly TextChange[] | undefined {
  const { layer, fillerField } = weight;
  const param = paramField(analysis, weight);
  if (fillerField === undefined || param === undefined) return undefined;
  const { text } = analysis;
  if (weight.start.kind === 'filler' && weight.start.filler.node) return rewrite(analysis, weight.start.filler, choice);
  const filler = `${fillerField} { ${spellChoice(choice)} }`;
  const message = sub(layer.message, param);
  if (message?.node) return [addFields(text, message.node, [filler])];
  const node = nodeOf(analysis, layer);
  return node ? [addFields(text, node, [`${param} { ${filler} }`])] : undefined;
}

/** The type first, then the fields of the choice; fields that the new type does not read are removed. */
function rewrite(
  { text, tree, dialect }: Analysis,
  filler: Message,
  { type, fields }: FillerChoice,
): readonly TextChange[] | undefined {
  const reads = dialect.fillers.get(type)?.reads ?? [];
  const wanted = new Map(Object.entries({ type: `"${type}"`, ...fields }));
  const changes: TextChange[] = [];
  for (const entry of filler.entries) {
    const value = wanted.get(entry.field.name);
    const last = entryOf(filler, entry.field.name) === entry;
    if (value !== undefined && last) {
      changes.push({ span: valueSpan(entry), newText: value });
      wanted.delete(entry.field.name);
    } else if (!last || !reads.includes(entry.field.name) || isScale(entry.field.name)) {
      changes.push(...dropFields(tree, [entry.node]));
    }
  }
  const missing = [...wanted].map(([name, value]) => `${name}: ${value}`).join(' ');
  if (missing !== '' && filler.node) changes.push(insertion(text, filler, missing));
  return joined(changes);
}

/** Fields that a choice omits to get their defaults, so existing ones are removed. */
function isScale(name: string): boolean {
  return name === 'variance_norm' || name === 'sparse';
}

/** After the type, where there is one, in the layout of the filler. */
function insertion(text: string, filler: Message, fields: string): TextChange {
  const type = entryOf(filler, 'type');
  if (!type) return addFields(text, filler.node as MessageNode, [fields]);
  const at = type.node.end;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, type.node.start))?.[1];
  return {
    span: { start: at, end: at },
    newText: indent === undefined ? ` ${fields}` : `\n${indent}${fields.replaceAll(/ (?=\w+:)/g, `\n${indent}`)}`,
  };
}

/** Merges an insertion with an adjacent removal, since touching changes would have no defined order. */
function joined(changes: readonly TextChange[]): readonly TextChange[] {
  const sorted = [...changes].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const result: TextChange[] = [];
  for (const change of sorted) {
    const last = result.at(-1);
    if (last && change.span.start < last.span.end) {
      result[result.length - 1] = {
        span: { start: last.span.start, end: Math.max(last.span.end, change.span.end) },
        newText: last.newText + change.newText,
      };
    } else result.push(change);
  }
  return result;
}

function paramField({ dialect }: Analysis, { layer }: Weight): string | undefined {
  return dialect.layers.get(layer.type)?.param;
}

/** The layer's message node in the text, if its fields are those of the current format. */
function nodeOf({ tree }: Analysis, { message, span }: Layer): MessageNode | undefined {
  const field = tree.root.fields.find((candidate) => candidate.start <= span.start && span.end <= candidate.end);
  return field?.name === 'layer' ? message.node : undefined;
}
