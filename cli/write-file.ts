/** Writes a file completely or not at all. */
import { placeless, type Problem } from '#core/problems/index';
import { codeOf, reasonOf } from '#project/reason';
import type { Sink } from '#project/files';
import type { Io } from './io';
import type { Options } from './options';

/** Undefined if the file was written. */
export async function writeFile(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  path: string,
  existing: Options['existing'],
  { create, language }: Io,
): Promise<Problem | undefined> {
  let sink: Sink | undefined;
  try {
    sink = await create(path, existing);
    for await (const chunk of chunks) await sink.write(chunk);
    await sink.commit();
    return undefined;
  } catch (error) {
    await sink?.abandon().catch(() => undefined);
    if (codeOf(error) === 'EEXIST') return placeless('weights/file-exists', { path });
    return placeless('weights/not-written', { path, reason: reasonOf(error, language) });
  }
}
