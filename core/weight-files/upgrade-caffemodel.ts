/**
 * Rewrites a `.caffemodel` of V0 or V1 layers in the current format, as Caffe's upgrade_net_proto_binary does: fields
 * by the same rules as for nets in text, blobs byte for byte. Blobs are copied from the file while the result is
 * written, so none is kept in memory.
 */
import { decodeUtf8, encodeUtf8 } from '../text/utf8';
import { upgradeNet } from '../net/upgrade';
import { isError, type Problem } from '../problems';
import type { Entry, Message } from '../schema/message';
import type { FieldType, MessageType, Scalar, Schema } from '../schema/types';
import type { FieldNode, MessageNode } from '../text/tree';
import { bytesField, floatField, sizeOf, varint, type Piece } from '../wire';
import {
  eachField,
  readExactly,
  Unreadable,
  windowed,
  wires,
  type ByteRange,
  type FileBytes,
  type FileField,
  type ReadRange,
} from './binary-fields';
import { readModel, unreadable } from './read-caffemodel';

export type UpgradedModel =
  | {
      readonly kind: 'file';
      /** In bytes. */
      readonly size: number;
      readonly layers: number;
      readonly chunks: () => AsyncGenerator<Uint8Array>;
    }
  /** It is already in the current format. */
  | { readonly kind: 'current' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** `size` in bytes; `path` is used in problems. Rejects only as `read` does. */
export async function upgradeModel(
  path: string,
  size: number,
  read: ReadRange,
  schema: Schema,
): Promise<UpgradedModel> {
  const model = await readModel(path, size, read);
  if (model.kind === 'problem') return model;
  const type = schema.messages.get('NetParameter');
  if (!type) throw new Error(`${schema.name} has no nets`);
  try {
    const net = await decoded(windowed(size, read), type, { start: 0, end: size });
    const upgraded = upgradeNet(net, schema);
    const wrong = upgraded.problems.find(isError);
    if (wrong) return { kind: 'problem', problem: wrong };
    const layers = upgraded.message.entries.filter(({ field }) => field.name === 'layer').length;
    if (upgraded.message === net) return { kind: 'current' };
    const pieces = encoded(upgraded.message);
    return { kind: 'file', size: sizeOf(pieces), layers, chunks: () => copied(pieces, read) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: 'problem', problem: unreadable(error, path, size, true) };
  }
}

/** The message in a range of the file. Spans of its entries are those of their content in the file, in bytes. */
async function decoded(file: FileBytes, type: MessageType, { start, end }: ByteRange): Promise<Message> {
  const byNumber = new Map([...type.fields.values()].map((field) => [field.number, field]));
  const entries: Entry[] = [];
  await eachField(file, start, end, async (found) => {
    const field = byNumber.get(found.number);
    const read = field && (await valuesOf(file, field, found));
    if (field && read) for (const value of read) entries.push(entryAt(field, found.start, found.end, value));
    // Fields that the schema lacks are kept unchanged.
    else entries.push(entryAt(unknownField(found.number, type), found.from, found.end, ''));
  });
  return { type, span: { start, end }, node: undefined, entries, state: 'sound' };
}

function entryAt(field: FieldType, start: number, end: number, value: Scalar | Message): Entry {
  const valueNode: MessageNode = { kind: 'message', start, end, closed: true, fields: [] };
  const node: FieldNode = { kind: 'field', name: field.name, start, nameEnd: start, colon: -1, value: valueNode, end };
  return { field, node, valueNode, value };
}

function unknownField(number: number, { name: owner }: MessageType): FieldType {
  return {
    name: `#${number}`,
    number,
    label: 'optional',
    kind: 'bytes',
    owner,
    typeName: rawType,
    default: undefined,
    hasDefault: false,
    doc: '',
    message: undefined,
    enumeration: undefined,
  };
}

/** For fields that are copied with their tags. */
const rawType = 'raw';
/** Messages that are copied unchanged. */
const blobType = 'BlobProto';

/** Undefined where the wire type does not match the schema. */
async function valuesOf(
  file: FileBytes,
  field: FieldType,
  found: FileField,
): Promise<readonly (Scalar | Message)[] | undefined> {
  const { wire, start, end } = found;
  if (field.message) {
    if (wire !== wires.bytes) return undefined;
    if (field.typeName === blobType)
      return [{ type: field.message, span: { start, end }, node: undefined, entries: [], state: 'sound' }];
    return [await decoded(file, field.message, found)];
  }
  const isText = field.kind === 'string';
  const isOther = isText ? wire !== wires.bytes : wire === wires.bytes && field.label !== 'repeated';
  if (isOther || field.kind === 'bytes') return undefined;
  // Packed numbers, of at least a byte each, count like fields.
  if (wire === wires.bytes) file.spend(isText ? 'names' : 'fields', end - start);
  const bytes = await file.peek(start, end - start);
  if (isText) return [decodeUtf8(bytes)];
  const numbers = numbersOf(field, wire, bytes);
  return numbers?.every((value) => value !== undefined) ? numbers : undefined;
}

/** One number, or those of a packed list. */
function numbersOf(field: FieldType, wire: number, bytes: Uint8Array): readonly (Scalar | undefined)[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = field.kind === 'float' ? 4 : field.kind === 'double' ? 8 : 0;
  const expected = width === 4 ? wires.fixed32 : width === 8 ? wires.fixed64 : wires.varint;
  if (wire !== expected && (wire !== wires.bytes || field.label !== 'repeated')) return undefined;
  if (width > 0)
    return Array.from({ length: Math.floor(bytes.length / width) }, (_, i) =>
      width === 4 ? view.getFloat32(4 * i, true) : view.getFloat64(8 * i, true),
    );
  return varintsOf(bytes).map((value): Scalar | undefined => {
    if (field.kind === 'bool') return value !== 0n;
    const number = Number(BigInt.asIntN(64, value));
    return field.enumeration
      ? [...field.enumeration.values.values()].find((each) => each.number === number)?.name
      : number;
  });
}

function varintsOf(bytes: Uint8Array): readonly bigint[] {
  const values: bigint[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    values.push(value);
    value = 0n;
    shift = 0n;
  }
  return values;
}

function encoded({ entries }: Message): readonly Piece<ByteRange>[] {
  return entries.flatMap(({ field, valueNode, value }): readonly Piece<ByteRange>[] => {
    const bulk = { start: valueNode.start, end: valueNode.end };
    const copy = { size: bulk.end - bulk.start, bulk };
    if (field.typeName === rawType) return [copy];
    if (field.typeName === blobType) return bytesField(field.number, [copy]);
    if (typeof value === 'object') return bytesField(field.number, encoded(value));
    return value === undefined ? [] : scalar(field, value);
  });
}

function scalar({ number, kind, enumeration }: FieldType, value: Scalar): readonly Piece<ByteRange>[] {
  if (kind === 'string') return bytesField<ByteRange>(number, [encodeUtf8(String(value))]);
  if (kind === 'float') return [floatField(number, Number(value))];
  if (kind === 'double') return [doubleField(number, Number(value))];
  const whole = enumeration ? (enumeration.values.get(String(value))?.number ?? 0) : Number(value);
  return [Uint8Array.from([...varint(number * 8), ...signedVarint(whole)])];
}

function doubleField(number: number, value: number): Uint8Array {
  const fixed64 = 1;
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value, true);
  return Uint8Array.from([...varint(number * 8 + fixed64), ...new Uint8Array(bytes.buffer)]);
}

/** Negative numbers take ten bytes. */
function signedVarint(value: number): readonly number[] {
  if (value >= 0) return varint(value);
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
}

const chunkBytes = 1 << 22;

async function* copied(pieces: readonly Piece<ByteRange>[], read: ReadRange): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    if (piece instanceof Uint8Array) yield piece;
    else
      for (let start = piece.bulk.start; start < piece.bulk.end; start += chunkBytes)
        yield await readExactly(read, start, Math.min(piece.bulk.end, start + chunkBytes));
  }
}
