/** `upgrade --weights`: converts a `.caffemodel` with V0 or V1 layers to the current format. */
import { bvlc } from '#core/dialects/bvlc';
import { fillIn, messageOf } from '#core/messages/render';
import { placeless } from '#core/problems/index';
import { upgradeModel } from '#core/weight-files/upgrade-caffemodel';
import { reasonOf } from '#project/reason';
import { exitOk, exitUsage, type Io } from './io';
import type { Options } from './options';
import { writeFile } from './write-file';

/** The blobs are copied bit by bit; the output is complete or not written at all. */
export async function upgradeWeights(path: string, { out, existing }: Options, io: Io): Promise<number> {
  const say = (sentence: keyof Io['language']['cli'], args: Parameters<typeof fillIn>[1] = {}): void =>
    io.complain(fillIn(io.language.cli[sentence], args));
  if (out === undefined) {
    say('upgrade/no-out');
    return exitUsage;
  }
  try {
    const read = (start: number, end: number): Promise<Uint8Array> => io.files.readRange(io.uriOf(path), start, end);
    const upgraded = await upgradeModel(path, (await io.files.stat(io.uriOf(path))).size, read, bvlc.schema);
    if (upgraded.kind === 'current') {
      say('upgrade/current', { path });
      return exitOk;
    }
    if (upgraded.kind === 'problem') {
      io.complain(messageOf(upgraded.problem, io.language));
      return exitUsage;
    }
    const failure = await writeFile(upgraded.chunks(), out, existing, io);
    if (failure) {
      if (failure.code === 'weights/file-exists') say('weights/exists', { path: out });
      else io.complain(messageOf(failure, io.language));
      return exitUsage;
    }
    const { layers, size } = upgraded;
    await io.write(`${fillIn(io.language.cli['upgrade/written'], { path: out, layers, size })}\n`);
    return exitOk;
  } catch (error) {
    const reason = reasonOf(error, io.language);
    io.complain(messageOf(placeless('weights/model-unreadable', { path, reason }), io.language));
    return exitUsage;
  }
}
