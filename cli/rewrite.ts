/** The common part of `format` and `upgrade`: reads files, changes them, and prints, checks or writes the result. */
import { applyChanges, type TextChange } from '#core/edit/change';
import type { Language } from '#core/messages/language';
import { fillIn, messageOf } from '#core/messages/render';
import { placeless } from '#core/problems/index';
import { limits } from '#project/files';
import { reasonOf } from '#project/reason';
import { decode } from '#project/text-files';
import { exitOk, exitRefused, exitUsage, type Io } from './io';
import { textBytesOf } from './load';
import type { Options } from './options';

export interface Rewritten {
  readonly changes: readonly TextChange[];
  /** True if a part of the text can't be parsed and is left unchanged. */
  readonly broken: boolean;
}

/**
 * `-` is standard input, whose text is printed. Exit status 2 if a file can't be read or written; the others are still
 * processed.
 */
export async function rewrite(
  options: Options,
  io: Io,
  change: (text: string, path: string) => Rewritten | Promise<Rewritten>,
): Promise<number> {
  let status = exitOk;
  for (const path of options.files) {
    const bytes = await textBytesOf(path, limits.net, io);
    if (typeof bytes === 'string') {
      io.complain(messageOf(placeless('file/unreadable', { path, reason: bytes }), io.language));
      status = exitUsage;
      continue;
    }
    const text = decode(bytes);
    const { changes, broken } = await change(text, path);
    if (broken) tell('broken', { path }, io);
    const outcome = await put({ path, bytes, text, changes }, options, io);
    if (outcome === 'closed') break;
    if (outcome !== exitOk && status !== exitUsage) status = outcome;
  }
  return status;
}

interface Changed {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly changes: readonly TextChange[];
}

async function put(
  { path, bytes, text, changes }: Changed,
  { rewriting: how }: Options,
  io: Io,
): Promise<number | 'closed'> {
  if (how === 'check') {
    if (changes.length === 0) return exitOk;
    tell('unformatted', { path }, io);
    return exitRefused;
  }
  const after = applyChanges(text, changes);
  if (how === 'print' || path === '-') return (await io.write(after)) ? exitOk : 'closed';
  if (changes.length === 0) return exitOk;
  if (!isSame(encoder.encode(text), bytes)) {
    tell('not-utf-8', { path }, io);
    return exitUsage;
  }
  try {
    await replace(path, bytes, encoder.encode(after), io);
    return exitOk;
  } catch (error) {
    tell('unwritable', { path, reason: reasonOf(error, io.language) }, io);
    return exitUsage;
  }
}

/** Rejects if the file has changed since it was read. */
async function replace(path: string, before: Uint8Array, after: Uint8Array, io: Io): Promise<void> {
  const sink = await io.create(path, before);
  try {
    await sink.write(after);
    await sink.commit();
  } catch (error) {
    await sink.abandon().catch(() => undefined);
    throw error;
  }
}

function tell(sentence: keyof Language['rewriting'], args: Readonly<Record<string, string>>, io: Io): void {
  io.complain(fillIn(io.language.rewriting[sentence], args));
}

const encoder = new TextEncoder();

/** False if the text contains replacement characters for bytes that are not UTF-8. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
