import type { EnumType, FieldType } from '#core/schema/types';
import { formatNumber } from '#core/numbers';
import type { Finder } from './answer';
import { entryAt } from './at';

/** On any field's name: its type, default and meaning. On an enum's value: what that value means. */
export const fieldHover: Finder = (context) => {
  const entry = entryAt(context);
  if (!entry) return undefined;
  const { field, node, valueNode, value } = entry;
  if (context.located.part === 'name') return { markdown: describeField(field), span: { start: node.start, end: node.nameEnd } };
  const known = typeof value === 'string' ? field.enumeration?.values.get(value) : undefined;
  if (!known) return undefined;
  const markdown = `**${known.name}** · ${field.typeName} ${known.number}\n\n${known.doc || describeField(field)}`;
  return { markdown, span: { start: valueNode.start, end: valueNode.end } };
};

export function describeField(field: FieldType): string {
  const { name, label, typeName, doc, message, enumeration } = field;
  const title = `**${name}** · ${label === 'optional' ? '' : `${label} `}${typeName}${defaultOf(field)}`;
  return [title, doc || (message?.doc ?? ''), enumeration ? valuesOf(enumeration) : ''].filter((part) => part !== '').join('\n\n');
}

function defaultOf({ label, message, default: value, hasDefault, kind }: FieldType): string {
  if (label === 'repeated' || message || value === undefined || (!hasDefault && kind === 'string')) return '';
  const shown = typeof value === 'number' ? formatNumber(value) : kind === 'string' ? `"${String(value)}"` : String(value);
  return ` · default ${shown}${hasDefault ? '' : ' (none declared)'}`;
}

function valuesOf({ values }: EnumType): string {
  return [...values.values()].map(({ name, doc }) => (doc === '' ? `- \`${name}\`` : `- \`${name}\`: ${doc}`)).join('\n');
}
