/** `upgrade --weights`: converts a `.caffemodel` with V0 or V1 layers to the current format. */
import { fillIn, messageOf } from '#core/messages/render';
import { upgradeWeights as upgrade } from '#project/upgrade-weights';
import { exitOk, exitUsage, type Io } from './io';
import type { Options } from './options';

/** The blobs are copied bit by bit; the output is complete or not written at all. */
export async function upgradeWeights(path: string, { out, existing }: Options, io: Io): Promise<number> {
  const { cli } = io.language;
  if (out === undefined) {
    io.complain(cli['upgrade/no-out']);
    return exitUsage;
  }
  const outcome = await upgrade(path, io.uriOf(path), {
    files: io.files,
    out: { name: out, create: () => io.create(out, existing) },
    language: io.language,
  });
  switch (outcome.kind) {
    case 'current':
      io.complain(fillIn(cli['upgrade/current'], { path }));
      return exitUsage;
    case 'written':
      await io.write(`${fillIn(cli['upgrade/written'], { path: out, ...outcome })}\n`);
      return exitOk;
    case 'cancelled':
      return exitUsage;
    case 'problem':
      if (outcome.problem.code === 'weights/file-exists') io.complain(fillIn(cli['weights/exists'], { path: out }));
      else io.complain(messageOf(outcome.problem, io.language));
      return exitUsage;
  }
}
