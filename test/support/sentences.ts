/** The sentences of the product, for tests about all of them. */
import type { Dialect } from '#core/dialects/dialect';

/** Every sentence, by the path of its table and its name. */
export function sentencesOf(table: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as const]
      : sentencesOf(value as object, `${path}${name} › `),
  );
}

/** What a dialect's schema and rules say of fields, values, and types of layers and fillers. */
export function docsIn(dialect: Dialect | undefined): readonly string[] {
  if (!dialect) return [];
  const { schema, layers, fillers } = dialect;
  return [
    ...[...schema.messages.values()].flatMap(({ doc, fields }) => [
      doc,
      ...[...fields.values()].map((field) => field.doc),
    ]),
    ...[...schema.enums.values()].flatMap(({ doc, values }) => [
      doc,
      ...[...values.values()].map((value) => value.doc),
    ]),
    ...layers.types.map((type) => layers.get(type)?.summary ?? ''),
    ...fillers.types.map((type) => fillers.get(type)?.summary ?? ''),
  ];
}
