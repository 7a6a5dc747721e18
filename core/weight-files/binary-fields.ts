/**
 * Reads the fields of messages in protobuf's binary form from a file, by ranges, in bounded memory and time. What
 * protobuf's own parser accepts is read; where that would take too much of either, `Unreadable` says so.
 */

/** The bytes in [start, end), fewer at the end of the file. */
export type ReadRange = (start: number, end: number) => Promise<Uint8Array>;

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Why a file is not read further. `at`: where the field starts, in bytes from the start of the file. */
export type Trouble =
  /** The field is longer than the file. `number`: that of the field, if it could be read. */
  | { readonly kind: 'cut-off'; readonly at: number; readonly number: number | undefined }
  /** Protobuf's parser rejects the field. */
  | { readonly kind: 'invalid'; readonly at: number }
  /** Over a limit of `readLimits`. */
  | { readonly kind: 'fields' | 'names'; readonly limit: number };

export class Unreadable extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.kind);
  }
}

/**
 * What is read of a file besides its values. The largest public models have some ten thousand fields, and names of less
 * than a hundred bytes.
 */
export const readLimits = {
  fields: 1 << 18,
  /** In bytes, as all other texts. */
  name: 1 << 16,
  names: 1 << 25,
  /** Values with a tag each, in bytes: finding their end takes reading them. */
  unpacked: 1 << 30,
  /** Groups within groups, as in protobuf (coded_stream.h, default_recursion_limit_). */
  depth: 100,
} as const;

/** Random access to a file, within `readLimits`. */
export interface FileBytes {
  readonly size: number;
  /** Up to `length` bytes from `at`, fewer at the end. */
  readonly peek: (at: number, length: number) => Promise<Uint8Array>;
  /** The same, without waiting, if they were read with others; else undefined. */
  readonly near: (at: number, length: number) => Uint8Array | undefined;
  /** Counts what is read, and throws `Unreadable` over the limit. */
  readonly spend: (what: 'fields' | 'names' | 'unpacked', amount: number) => void;
}

/** In bytes. */
const usualWindow = 1 << 14;

/** Serves small reads from larger ones, of `window` bytes. */
export function windowed(size: number, read: ReadRange, window = usualWindow): FileBytes {
  let start = 0;
  let bytes = new Uint8Array();
  const spent = { fields: 0, names: 0, unpacked: 0 };
  const near = (at: number, length: number): Uint8Array | undefined =>
    at < start || at + length > start + bytes.length ? undefined : bytes.subarray(at - start, at - start + length);
  return {
    size,
    near,
    peek: async (at, length) => {
      const known = near(at, length);
      if (known) return known;
      bytes = new Uint8Array(await read(at, Math.min(size, at + Math.max(length, window))));
      start = at;
      return bytes.subarray(0, length);
    },
    spend: (what, amount) => {
      spent[what] += amount;
      const limit = readLimits[what];
      if (spent[what] > limit) throw new Unreadable({ kind: what === 'names' ? 'names' : 'fields', limit });
    },
  };
}

/** Rejects where the file has become shorter since its fields were read, with a key of `Language.reasons`. */
export async function readExactly(read: ReadRange, start: number, end: number): Promise<Uint8Array> {
  const bytes = await read(start, end);
  if (bytes.length !== end - start) throw Object.assign(new Error('the file has changed'), { code: 'ECHANGED' });
  return bytes;
}

/** A field of a message in the file. */
export interface FileField {
  readonly number: number;
  readonly wire: number;
  /** Start of its tag. In bytes from the start of the file, like the rest. */
  readonly from: number;
  /** Start and end of its content, without tag and length. Those of a run include all tags. */
  readonly start: number;
  readonly end: number;
  /** The value of a varint as int32, as Caffe reads dimensions of any width; 0 for other wire types. */
  readonly value: number;
  /** For a run of fields with one value each: the length of the tag before each, in bytes. Else 0. */
  readonly tag: number;
}

export const wires = { varint: 0, fixed64: 1, bytes: 2, groupStart: 3, groupEnd: 4, fixed32: 5 } as const;

/** In bytes, of the fixed wire types. */
const fixedLengths: Readonly<Record<number, number>> = { [wires.fixed64]: 8, [wires.fixed32]: 4 };
/** A tag and a length, or a varint, of at most ten bytes each. */
const headLength = 20;
const noRuns: ReadonlySet<number> = new Set();

/**
 * Calls `use` for each field of the message in [from, to), and waits only for a promise that it returns: to wait for each field
 * would take longer than to read it. Consecutive fields of a number in `runs` with a value of fixed length each are one field.
 * Throws `Unreadable`.
 */
export async function eachField(
  file: FileBytes,
  from: number,
  to: number,
  use: (field: FileField) => void | Promise<void>,
  runs: ReadonlySet<number> = noRuns,
): Promise<void> {
  for (let at = from; at < to; ) {
    file.spend('fields', 1);
    const length = Math.min(headLength, to - at);
    const field = fieldIn(
      file.near(at, length) ?? (await file.peek(at, length)),
      at,
      to,
      from === 0 && to === file.size,
    );
    if (field.wire === wires.groupEnd) throw new Unreadable({ kind: 'invalid', at });
    let whole = field;
    if (field.wire === wires.groupStart) whole = { ...field, end: await groupEnd(file, field, to) };
    else if (field.wire in fixedLengths && runs.has(field.number))
      whole = { ...field, start: at, end: await runEnd(file, field, to), tag: field.start - at };
    const waiting = use(whole);
    if (waiting) await waiting;
    at = whole.end;
  }
}

/** A single field by its first bytes; a group is only its tag. `isTop`: the message is the whole file. */
function fieldIn(head: Uint8Array, at: number, to: number, isTop: boolean): FileField {
  const tag = varint(head, 0);
  if (!tag) throw incomplete(at, isTop && head.length < 10);
  const number = Math.floor(tag.value / 8);
  const wire = tag.value % 8;
  if (number === 0 || wire > wires.fixed32) throw new Unreadable({ kind: 'invalid', at });
  const start = at + tag.next;
  if (wire === wires.groupStart || wire === wires.groupEnd)
    return { number, wire, from: at, start, end: start, value: 0, tag: 0 };
  const fixed = fixedLengths[wire];
  const next = fixed === undefined ? varint(head, tag.next) : { value: fixed, low: 0, next: tag.next };
  if (!next) throw incomplete(at, isTop && head.length - tag.next < 10, number);
  if (wire === wires.varint) return { number, wire, from: at, start, end: at + next.next, value: next.low, tag: 0 };
  const content = at + next.next;
  const end = content + next.value;
  if (end > to) throw incomplete(at, isTop, number);
  return { number, wire, from: at, start: content, end, value: 0, tag: 0 };
}

/** A field longer than the enclosing message makes it invalid; at the top level, the file is truncated. */
function incomplete(at: number, isCut: boolean, number?: number): Unreadable {
  return new Unreadable(isCut ? { kind: 'cut-off', at, number } : { kind: 'invalid', at });
}

/** Groups are never Caffe's, and protobuf skips them. */
async function groupEnd(
  file: FileBytes,
  first: Pick<FileField, 'number' | 'from' | 'end'>,
  to: number,
): Promise<number> {
  const open = [first.number];
  let at = first.end;
  while (open.length > 0) {
    if (at >= to || open.length > readLimits.depth) throw new Unreadable({ kind: 'invalid', at: first.from });
    file.spend('fields', 1);
    const field = fieldIn(await file.peek(at, Math.min(headLength, to - at)), at, to, false);
    if (field.wire === wires.groupStart) open.push(field.number);
    if (field.wire === wires.groupEnd && open.pop() !== field.number) throw new Unreadable({ kind: 'invalid', at });
    at = field.end;
  }
  return at;
}

const runLength = 1 << 18;

/** The end of the last field that has the same tag as the first, all without a gap. */
async function runEnd(file: FileBytes, first: FileField, to: number): Promise<number> {
  const tag = (await file.peek(first.from, first.start - first.from)).slice();
  const step = first.end - first.from;
  let at = first.end;
  for (;;) {
    const bytes = await file.peek(at, Math.min(to - at, at === first.end ? 8 * step : runLength));
    let length = 0;
    while (length + step <= bytes.length && startsWith(bytes, length, tag)) length += step;
    file.spend('unpacked', length);
    at += length;
    if (length + step <= bytes.length || bytes.length < step) return at;
  }
}

function startsWith(bytes: Uint8Array, at: number, tag: Uint8Array): boolean {
  for (let i = 0; i < tag.length; i++) if (bytes[at + i] !== tag[i]) return false;
  return true;
}

interface Varint {
  /** Exact up to 2⁵³. */
  readonly value: number;
  /** The lowest 32 bits, as int32. */
  readonly low: number;
  /** The offset of the byte after it. */
  readonly next: number;
}

/** Undefined if it has no end within ten bytes, or within the array. */
export function varint(bytes: Uint8Array, from: number): Varint | undefined {
  let value = 0;
  let low = 0;
  for (let i = 0, scale = 1; i < 10 && from + i < bytes.length; i++, scale *= 128) {
    const byte = bytes[from + i] as number;
    value += (byte & 0x7f) * scale;
    if (i < 5) low |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return { value, low, next: from + i + 1 };
  }
  return undefined;
}
