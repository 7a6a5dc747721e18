/** Why a file could not be read or written, in words, to end a sentence with. */
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import { codeOf, type FileFailure } from './files';

export { codeOf } from './files';

export function reasonOf(error: unknown, { reasons }: Language): string {
  const sentence = reasons[codeOf(error)];
  if (sentence !== undefined) return fillIn(sentence, (error as FileFailure).args ?? {});
  return error instanceof Error ? error.message : String(error);
}
