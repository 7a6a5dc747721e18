/** The weights file that a net starts from: named by a comment in the net, or chosen by the user. */
import type { FileReference } from '#core/analysis/references';
import { weightsDirective } from '#core/comments/comments';
import type { Language } from '#core/messages/language';
import { placeless, type ArgumentsOf, type Code } from '#core/problems/index';
import { readModel, type Model } from '#core/weight-files/read-caffemodel';
import { failure, notRegular, onNetwork, type Files } from './files';
import { resolve } from './paths';
import { reasonOf } from './reason';
import { folderOf, nameOf } from './uris';

export interface PairedModel {
  /** For display. */
  readonly name: string;
  /** Undefined if the path must not be opened. */
  readonly uri: string | undefined;
  readonly model: Model;
}

/** A weights file that has not been read yet. */
export interface NamedModel {
  /** As written in the comment, or as chosen. */
  readonly path: string;
  readonly uri: string | undefined;
}

/** The weights file of a net. A comment takes precedence over `chosen`, a URI. Undefined if there is neither. */
export function namedModel(
  netUri: string,
  references: readonly FileReference[],
  chosen: string | undefined,
): NamedModel | undefined {
  const comment = references.find(({ field }) => field === weightsDirective);
  if (comment) return { path: comment.path, uri: resolve(folderOf(netUri), comment.path) };
  return chosen === undefined ? undefined : { path: nameOf(chosen), uri: chosen };
}

/**
 * Reads a model; never rejects, since a failure becomes the model's problem. `largest`: the most bytes that the host can read,
 * if it has a limit.
 */
export async function readPaired(
  { path, uri }: NamedModel,
  files: Files,
  largest: number | undefined,
  language: Language,
): Promise<PairedModel> {
  const name = uri === undefined ? path : nameOf(uri);
  try {
    if (uri === undefined) throw failure(onNetwork, path);
    const { size, kind } = await files.stat(uri);
    if (kind !== 'file') throw failure(kind === 'folder' ? 'EISDIR' : notRegular, path);
    if (largest !== undefined && size > largest)
      return { name, uri, model: problem('weights/model-too-large-for-host', { path: name, size, limit: largest }) };
    return { name, uri, model: await readModel(name, size, (start, end) => files.readRange(uri, start, end)) };
  } catch (error) {
    return { name, uri, model: problem('weights/model-unreadable', { path: name, reason: reasonOf(error, language) }) };
  }
}

function problem<C extends Code>(code: C, args: ArgumentsOf<C>): Model {
  return { kind: 'problem', problem: placeless(code, args) };
}
