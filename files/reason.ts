/** Why the system would not read or write a file, in words. */
import type { Language } from '#core/messages/language';

export function reasonOf(error: unknown, { reasons }: Language): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** `ENOENT` and the like; empty for what is no error of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
