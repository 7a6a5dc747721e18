import { nameSpan, valueSpan } from '#core/schema/message';
import type { EnumType, FieldType } from '#core/schema/types';
import { described } from '#core/messages/described';
import { docOf, say, type Language } from '#core/messages/language';
import { formatNumber } from '#core/numbers';
import type { Finder } from './answer';
import { entryAt } from './at';

/**
 * On a field's name: its type, default and meaning. On an enum's value: the value's meaning; on any other value, the same as on
 * the name.
 */
export const fieldHover: Finder = (context) => {
  const entry = entryAt(context);
  if (!entry) return undefined;
  const { field, node, value } = entry;
  const { language } = context.options;
  if (context.located.part === 'name') return { markdown: describeField(field, language), span: nameSpan(node) };
  const known = typeof value === 'string' ? field.enumeration?.values.get(value) : undefined;
  if (!known)
    return typeof value === 'object' ? undefined : { markdown: describeField(field, language), span: valueSpan(entry) };
  const number = Number.isNaN(known.number) ? '' : ` ${known.number}`;
  const title = `**${known.name}** · ${field.typeName}${number}`;
  const markdown = `${title}\n\n${described(language, known) || describeField(field, language)}`;
  return { markdown, span: valueSpan(entry) };
};

export function describeField(field: FieldType, language: Language): string {
  const { name, label, typeName, message, enumeration } = field;
  const title = `${say(language.hover, 'field/title', { name, type: `${label === 'optional' ? '' : `${label} `}${typeName}` })}${defaultOf(field, language)}`;
  const { owners } = field;
  const doc = described(language, { doc: field.doc || (message?.doc ?? ''), ...(owners && { owners }) });
  return [title, doc, enumeration ? valuesOf(enumeration, language) : ''].filter((part) => part !== '').join('\n\n');
}

function defaultOf({ label, message, default: value, hasDefault, kind }: FieldType, { hover }: Language): string {
  if (label === 'repeated' || message || value === undefined || (!hasDefault && kind === 'string')) return '';
  const shown =
    typeof value === 'number' ? formatNumber(value) : kind === 'string' ? `"${String(value)}"` : String(value);
  return say(hover, hasDefault ? 'field/default' : 'field/zero', { value: shown });
}

function valuesOf({ values }: EnumType, language: Language): string {
  const lines = [...values.values()].map(({ name, doc }) => ({ name, doc: docOf(language, doc) }));
  return lines.map(({ name, doc }) => (doc === '' ? `- \`${name}\`` : `- \`${name}\`: ${doc}`)).join('\n');
}
