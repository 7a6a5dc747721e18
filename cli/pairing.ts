/** The file of weights that a comment in a net names, compared with the net. */
import { basename, dirname, resolve } from 'node:path';
import type { Analysis } from '#core/analysis';
import { weightsDirective } from '#core/directives';
import type { Problem } from '#core/problems/index';
import { readModel } from '#core/weights/model-file';
import { pairingProblems } from '#core/weights/pairing-problems';
import { reasonOf } from '#files/reason';
import type { Io } from './io';

/** None where no comment names one. A file that can't be read is told at the comment. */
export async function pairing(
  { kind, references, states, state }: Analysis,
  netPath: string,
  io: Io,
): Promise<readonly Problem[]> {
  const comment = kind === 'net' ? references.find(({ field }) => field === weightsDirective) : undefined;
  if (!comment) return [];
  const { span } = comment;
  const path = resolve(dirname(netPath), comment.path);
  const name = basename(path);
  try {
    const model = await readModel(name, io.size(path), async (start, end) => io.readRange(path, start, end));
    return model.kind === 'problem' ? [{ ...model.problem, span }] : pairingProblems(states.map(state), model, name);
  } catch (error) {
    return [{ code: 'weights/model-unreadable', span, args: { path: name, reason: reasonOf(error, io.language) } }];
  }
}
