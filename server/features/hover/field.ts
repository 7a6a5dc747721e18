import { nameSpan, valueSpan } from '#core/schema/message';
import type { EnumType, FieldType } from '#core/schema/types';
import { described } from '#core/messages/described';
import { docOf, sayMarkdown, type Language } from '#core/messages/language';
import { asMarkdown, codeInMarkdown, joined, paragraphs, type Markdown } from '#core/messages/shown';
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
  if (context.located.part === 'name') return { ...describeField(field, language), span: nameSpan(node) };
  const known = typeof value === 'string' ? field.enumeration?.values.get(value) : undefined;
  if (!known)
    return typeof value === 'object' ? undefined : { ...describeField(field, language), span: valueSpan(entry) };
  const number = Number.isNaN(known.number) ? '' : ` ${known.number}`;
  const type = `${field.typeName}${number}`;
  const doc = described(language, known);
  const title = sayMarkdown(language.hover, 'field/title', { name: known.name, type });
  return { ...paragraphs([title, doc.markdown === '' ? describeField(field, language) : doc]), span: valueSpan(entry) };
};

export function describeField(field: FieldType, language: Language): Markdown {
  const { name, label, typeName, message, enumeration } = field;
  const type = `${label === 'optional' ? '' : `${label} `}${typeName}`;
  const title = joined([sayMarkdown(language.hover, 'field/title', { name, type }), defaultOf(field, language)], '');
  const { owners } = field;
  const doc = described(language, { doc: field.doc || (message?.doc ?? ''), ...(owners && { owners }) });
  return paragraphs([title, doc, ...(enumeration ? [valuesOf(enumeration, language)] : [])]);
}

function defaultOf({ label, message, default: value, hasDefault, kind }: FieldType, { hover }: Language): Markdown {
  if (label === 'repeated' || message || value === undefined || (!hasDefault && kind === 'string'))
    return asMarkdown('');
  const shown =
    typeof value === 'number' ? formatNumber(value) : kind === 'string' ? `"${String(value)}"` : String(value);
  return sayMarkdown(hover, hasDefault ? 'field/default' : 'field/zero', { value: shown });
}

/** More are too many to read. */
const mostValues = 50;

function valuesOf({ values }: EnumType, language: Language): Markdown {
  const lines = [...values.values()].slice(0, mostValues).map(({ name, doc }) => {
    const value = joined([codeInMarkdown(name), docOf(language, doc)], ': ');
    return asMarkdown(`- ${value.markdown}`);
  });
  return joined([...lines, ...(values.size > mostValues ? [asMarkdown('- …')] : [])], '\n');
}
