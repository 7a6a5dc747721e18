/**
 * A ZIP archive of uncompressed files, for NumPy's `.npz` (PKWARE's APPNOTE 6.3). Files and archives of 4 GiB and more
 * get ZIP64 fields. The date is fixed, so that the same net gives the same bytes.
 */
import { encodeUtf8 } from '../text/utf8';

export interface ZipEntry {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly crc32: number;
  /** Offset of its local header, in bytes. */
  readonly offset: number;
}

/** The header before the file's bytes. */
export function localHeader({ name, size, crc32 }: Omit<ZipEntry, 'offset'>): Uint8Array {
  const large = size >= limit32;
  const extra = large ? record(zip64Extra, u16(16), u64(size), u64(size)) : new Uint8Array();
  return concat([
    u32(0x04034b50),
    ...common(large, crc32),
    ...sizes(size),
    ...lengths(name, extra),
    encodeUtf8(name),
    extra,
  ]);
}

/** The central directory after all files, which starts at `offset`. */
export function directory(entries: readonly ZipEntry[], offset: number): Uint8Array {
  const headers = concat(entries.map(centralHeader));
  const many = entries.length >= 0xffff || offset >= limit32 || headers.length >= limit32;
  const count = u16(Math.min(entries.length, 0xffff));
  return concat([
    headers,
    ...(many ? zip64End(entries.length, headers.length, offset) : []),
    u32(0x06054b50),
    u32(0),
    count,
    count,
    u32(Math.min(headers.length, limit32)),
    u32(Math.min(offset, limit32)),
    u16(0),
  ]);
}

/** Number of bytes of `directory`, which depends on these arguments only. */
export function directorySize(entries: readonly Omit<ZipEntry, 'crc32'>[], offset: number): number {
  return directory(
    entries.map((entry) => ({ ...entry, crc32: 0 })),
    offset,
  ).length;
}

const limit32 = 0xffffffff;
const zip64Extra = 0x0001;
const utf8Names = 0x0800;
const stored = 0;
/** 1980-01-01. */
const noDate = 0x0021;

function centralHeader({ name, size, crc32, offset }: ZipEntry): Uint8Array {
  const wide = [...(size >= limit32 ? [u64(size), u64(size)] : []), ...(offset >= limit32 ? [u64(offset)] : [])];
  const extra = wide.length > 0 ? record(zip64Extra, u16(8 * wide.length), ...wide) : new Uint8Array();
  return concat([
    u32(0x02014b50),
    u16(45),
    ...common(wide.length > 0, crc32),
    ...sizes(size),
    ...lengths(name, extra),
    u16(0),
    u16(0),
    u16(0),
    u32(0),
    u32(Math.min(offset, limit32)),
    encodeUtf8(name),
    extra,
  ]);
}

function zip64End(count: number, size: number, offset: number): readonly Uint8Array[] {
  return [
    u32(0x06064b50),
    u64(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    u64(count),
    u64(count),
    u64(size),
    u64(offset),
    u32(0x07064b50),
    u32(0),
    u64(offset + size),
    u32(1),
  ];
}

function common(large: boolean, crc32: number): readonly Uint8Array[] {
  return [u16(large ? 45 : 20), u16(utf8Names), u16(stored), u16(0), u16(noDate), u32(crc32)];
}

/** Compressed and uncompressed size. */
function sizes(size: number): readonly Uint8Array[] {
  return [u32(Math.min(size, limit32)), u32(Math.min(size, limit32))];
}

function lengths(name: string, extra: Uint8Array): readonly Uint8Array[] {
  return [u16(encodeUtf8(name).length), u16(extra.length)];
}

function record(id: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return concat([u16(id), ...parts]);
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value, value >> 8);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value, value >> 8, value >> 16, value >> 24);
}

function u64(value: number): Uint8Array {
  return concat([u32(value % 2 ** 32), u32(Math.floor(value / 2 ** 32))]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
