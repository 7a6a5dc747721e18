/** A `.caffemodel` of V0 or V1 layers as a file of the current format: whole or not at all. */
import { bvlc } from '#core/dialects/bvlc';
import type { Language } from '#core/messages/language';
import { placeless, type Problem } from '#core/problems/index';
import { upgradeModel } from '#core/weight-files/upgrade-caffemodel';
import { codeOf, type Files, type Sink } from './files';
import { reasonOf } from './reason';

interface Upgrading {
  readonly files: Pick<Files, 'readRange' | 'stat'>;
  /** The file that is made, of so many bytes, by its name as it is shown. */
  readonly out: { readonly name: string; readonly create: (size: number) => Promise<Sink> };
  readonly language: Language;
  /** Asked after each chunk: true to stop. */
  readonly isCancelled?: () => boolean;
}

export type UpgradeOutcome =
  /** `size` in bytes. */
  | { readonly kind: 'written'; readonly layers: number; readonly size: number }
  /** The file is of the current format: nothing was written. */
  | { readonly kind: 'current' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** `path` as it is shown. */
export async function upgradeWeights(
  path: string,
  uri: string,
  { files, out, language, isCancelled }: Upgrading,
): Promise<UpgradeOutcome> {
  let sink: Sink | undefined;
  let written = false;
  try {
    const { size } = await files.stat(uri);
    const upgraded = await upgradeModel(path, size, (start, end) => files.readRange(uri, start, end), bvlc.schema);
    if (upgraded.kind !== 'file') return upgraded;
    written = true;
    sink = await out.create(upgraded.size);
    for await (const chunk of upgraded.chunks()) {
      await sink.write(chunk);
      if (!isCancelled?.()) continue;
      await sink.abandon();
      return { kind: 'cancelled' };
    }
    await sink.commit();
    return { kind: 'written', layers: upgraded.layers, size: upgraded.size };
  } catch (error) {
    await sink?.abandon().catch(() => undefined);
    if (codeOf(error) === 'EEXIST') return problem(placeless('weights/file-exists', { path: out.name }));
    const reason = reasonOf(error, language);
    return problem(
      written
        ? placeless('weights/not-written', { path: out.name, reason })
        : placeless('weights/model-unreadable', { path, reason }),
    );
  }
}

function problem(found: Problem): UpgradeOutcome {
  return { kind: 'problem', problem: found };
}
