/** Files that may be gone, too large, or none that may be read. */
import type { Files } from './runtime';

/** The text of a file of at most so many bytes; undefined where there is none. */
export async function readText(uri: string, maxBytes: number, files: Files): Promise<string | undefined> {
  try {
    return (await files.stat(uri)).size > maxBytes ? undefined : new TextDecoder().decode(await files.read(uri));
  } catch {
    return undefined;
  }
}

/** The first that is a file, of URIs. */
export async function firstFile(candidates: readonly string[], files: Files): Promise<string | undefined> {
  for (const candidate of candidates) {
    const found = await files.stat(candidate).catch(() => undefined);
    if (found?.kind === 'file') return candidate;
  }
  return undefined;
}
