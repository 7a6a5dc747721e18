/** Links compiled data into a `Schema` whose fields refer to their messages and enums. */
import type { RawField, RawSchema } from './raw';
import type { EnumType, FieldKind, FieldType, Label, MessageType, Scalar, ScalarKind, Schema } from './types';

const labels: readonly Label[] = ['optional', 'required', 'repeated'];
export const scalarKinds: ReadonlySet<string> = new Set<ScalarKind>([
  'int32',
  'int64',
  'uint32',
  'uint64',
  'float',
  'double',
  'bool',
  'string',
  'bytes',
]);

interface Differences {
  /** Each `Message.field` of the data that the schema does not have; rules read it as never written. */
  readonly lacks: ReadonlySet<string>;
  /** Each `Message.field` whose values the rules can't read, with the definition that they expect. */
  readonly unread: ReadonlyMap<string, RawField>;
}

const none: Differences = { lacks: new Set(), unread: new Map() };

export function link(name: string, raw: RawSchema, { lacks, unread }: Differences = none): Schema {
  const enums = new Map(
    raw.enums.map(([enumName, doc, values]): [string, EnumType] => {
      const byName = new Map(
        values.map(([value, number, valueDoc, owners, readBy]) => [
          value,
          { name: value, number, doc: valueDoc, ...(owners && { owners }), ...(readBy && { readBy }) },
        ]),
      );
      return [enumName, { name: enumName, doc, values: byName }];
    }),
  );
  const fieldsOf = new Map<string, Map<string, FieldType>>();
  const messages = new Map<string, MessageType>();
  const lackedOf = new Map<string, Map<string, FieldType>>();
  for (const name of [...lacks, ...unread.keys()]) lackedOf.set(messageOf(name), new Map());
  for (const [messageName, doc] of raw.messages) {
    const fields = new Map<string, FieldType>();
    fieldsOf.set(messageName, fields);
    const lacked = lackedOf.get(messageName);
    messages.set(messageName, { name: messageName, doc, fields, ...(lacked && { lacked }) });
  }
  for (const [messageName, , fields] of raw.messages) {
    for (const field of fields) {
      const name = `${messageName}.${field[0]}`;
      const linked = linkField(field, messageName, messages, enums);
      const expected = unread.get(name);
      if (expected) lackedOf.get(messageName)?.set(field[0], linkField(expected, messageName, messages, enums));
      const home = lacks.has(name) ? lackedOf : fieldsOf;
      home.get(messageName)?.set(field[0], expected ? { ...linked, unread: true } : linked);
    }
  }
  return { name, messages, enums };
}

function messageOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}

function linkField(
  [name, number, label, typeName, declared, doc, owners, readBy]: RawField,
  owner: string,
  messages: ReadonlyMap<string, MessageType>,
  enums: ReadonlyMap<string, EnumType>,
): FieldType {
  const message = messages.get(typeName);
  const enumeration = enums.get(typeName);
  const kind: FieldKind = message ? 'message' : enumeration ? 'enum' : scalarKind(typeName, owner);
  return {
    name,
    number,
    label: labels[label] ?? 'optional',
    kind,
    owner,
    typeName,
    default: message ? undefined : defaultOf(kind, declared, enumeration),
    hasDefault: declared !== null,
    doc,
    message,
    enumeration,
    ...(owners && { owners }),
    ...(readBy && { readBy }),
  };
}

function scalarKind(typeName: string, owner: string): ScalarKind {
  if (!scalarKinds.has(typeName)) throw new Error(`${owner} has a field of unknown type ${typeName}`);
  return typeName as ScalarKind;
}

/** protobuf's value for a field that is not written. */
function defaultOf(kind: FieldKind, declared: Scalar | null, enumeration: EnumType | undefined): Scalar {
  switch (kind) {
    case 'enum':
      return declared ?? enumeration?.values.keys().next().value ?? '';
    case 'string':
    case 'bytes':
      return declared ?? '';
    case 'bool':
      return declared === true || declared === 'true';
    case 'float':
      return Math.fround(Number(declared ?? 0));
    default:
      return Number(declared ?? 0);
  }
}
