/** The value of a scalar for a field, with libprotobuf's verdict on it (text_format.cc, `ConsumeFieldValue`). */
import type { ArgumentsOf, Phrase } from '../problems';
import { foundText } from '../text/found';
import {
  bodyOf,
  int32,
  int64,
  isHexOrOctal,
  isNegative,
  readDouble,
  readInteger,
  readString,
  uint32,
  uint64,
  type IntegerRange,
} from '../text/literals';
import type { ScalarNode } from '../text/tree';
import type { FieldType, Scalar } from './types';

/** The value, or why there is none. */
export type Reading =
  | Scalar
  | { readonly kind: 'mismatch'; readonly args: ArgumentsOf<'schema/expected-type'> }
  | { readonly kind: 'out of range'; readonly args: ArgumentsOf<'schema/out-of-range'> }
  /** An enum value by a name or number that the enum does not have. */
  | { readonly kind: 'unknown enum value'; readonly found: string };

/** Floats are rounded to float32, enum values are their names, bytes are decoded as UTF-8. */
export function readScalar(text: string, node: ScalarNode, field: FieldType): Reading {
  switch (field.kind) {
    case 'int32':
      return integer(text, node, field, int32);
    case 'uint32':
      return integer(text, node, field, uint32);
    case 'int64':
      return integer(text, node, field, int64);
    case 'uint64':
      return integer(text, node, field, uint64);
    case 'float':
    case 'double':
      return float(text, node, field);
    case 'bool':
      return bool(text, node, field);
    case 'string':
    case 'bytes':
      return node.token === 'string' ? readString(text, node) : mismatch(text, node, field);
    case 'enum':
      return enumeration(text, node, field);
    case 'message':
      return mismatch(text, node, field);
  }
}

/** True for an enum value that is written as a number. */
export function isNumeric(found: string): boolean {
  return /^[-\d]/.test(found);
}

export function takesNumbers({ kind }: FieldType): boolean {
  return kind !== 'bool' && kind !== 'string' && kind !== 'bytes' && kind !== 'enum' && kind !== 'message';
}

/** The values that a field accepts, for messages. */
export function expectation(field: FieldType): string | Phrase {
  switch (field.kind) {
    case 'int32':
    case 'int64':
      return { phrase: 'integer' };
    case 'uint32':
    case 'uint64':
      return { phrase: 'unsigned-integer' };
    case 'float':
    case 'double':
      return { phrase: 'decimal' };
    case 'bool':
      return { phrase: 'true-or-false' };
    case 'string':
    case 'bytes':
      return { phrase: 'quoted-string' };
    case 'enum':
      return { phrase: 'one-of', args: { values: [...(field.enumeration?.values.keys() ?? [])] } };
    case 'message':
      return '“{ … }”';
  }
}

function integer(text: string, node: ScalarNode, field: FieldType, range: IntegerRange): Reading {
  if (node.token !== 'integer' || (range.min === 0n && isNegative(text, node))) return mismatch(text, node, field);
  const number = readInteger(text, node, range);
  return number === undefined ? outOfRange(text, node, field) : number;
}

function float(text: string, node: ScalarNode, field: FieldType): Reading {
  if (node.token === 'string' || (node.token === 'integer' && isHexOrOctal(bodyOf(text, node))))
    return mismatch(text, node, field);
  const number = readDouble(text, node);
  if (number === undefined) return mismatch(text, node, field);
  return field.kind === 'float' ? Math.fround(number) : number;
}

const zeroOrOne: IntegerRange = { min: 0n, max: 1n };
const spellings: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['t', true],
  ['false', false],
  ['False', false],
  ['f', false],
]);

function bool(text: string, node: ScalarNode, field: FieldType): Reading {
  if (isNegative(text, node)) return mismatch(text, node, field);
  if (node.token === 'integer') {
    const number = readInteger(text, node, zeroOrOne);
    return number === 0 || number === 1 ? number === 1 : outOfRange(text, node, field);
  }
  const spelled = node.token === 'identifier' ? spellings.get(bodyOf(text, node)) : undefined;
  return spelled === undefined ? mismatch(text, node, field) : spelled;
}

function enumeration(text: string, node: ScalarNode, field: FieldType): Reading {
  const values = field.enumeration?.values;
  if (!values) throw new Error(`${field.owner}.${field.name} has no enum`);
  if (node.token === 'identifier' && !isNegative(text, node)) {
    const found = bodyOf(text, node);
    return values.has(found) ? found : { kind: 'unknown enum value', found };
  }
  if (node.token !== 'integer') return mismatch(text, node, field);
  const number = readInteger(text, node, int32);
  if (number === undefined) return outOfRange(text, node, field);
  for (const { name, number: its } of values.values()) if (its === number) return name;
  return { kind: 'unknown enum value', found: String(number) };
}

function mismatch(text: string, node: ScalarNode, field: FieldType): Reading {
  const args = { name: field.name, expected: expectation(field), found: found(text, node) };
  return { kind: 'mismatch', args };
}

function outOfRange(text: string, node: ScalarNode, field: FieldType): Reading {
  const args = { name: field.name, type: field.typeName, found: found(text, node) };
  return { kind: 'out of range', args };
}

function found(text: string, { start, end }: ScalarNode): string {
  return foundText(text.slice(start, end));
}
