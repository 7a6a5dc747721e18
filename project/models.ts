/** The weights file that a net starts from: named by a comment in the net, or chosen by the user. */
import type { FileReference } from '#core/analysis/references';
import { weightsDirective } from '#core/comments/comments';
import type { Language } from '#core/messages/language';
import { placeless, type Problem } from '#core/problems/index';
import { readModel, type Model } from '#core/weight-files/read-caffemodel';
import { failure, notRegular, onNetwork, type Files, type FileStat } from './files';
import { resolve } from './paths';
import { reasonOf } from './reason';
import { folderOf, nameOf } from './uris';

export interface PairedModel {
  /** For display. */
  readonly name: string;
  /** Undefined if the path must not be opened. */
  readonly uri: string | undefined;
  readonly model: Model;
  /** In bytes; 0 if it could not be read. */
  readonly size: number;
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
    const stat = await files.stat(uri);
    const { size } = stat;
    const tooLarge = checkSize(name, stat, largest);
    if (tooLarge) return { name, uri, size, model: { kind: 'problem', problem: tooLarge } };
    return { name, uri, size, model: await readModel(name, size, (start, end) => files.readRange(uri, start, end)) };
  } catch (error) {
    const problem = placeless('weights/model-unreadable', { path: name, reason: reasonOf(error, language) });
    return { name, uri, size: 0, model: { kind: 'problem', problem } };
  }
}

/** Rejects what is no regular file. `name`: for display. */
export function checkSize(name: string, { kind, size }: FileStat, largest: number | undefined): Problem | undefined {
  if (kind !== 'file') throw failure(kind === 'folder' ? 'EISDIR' : notRegular, name);
  return largest !== undefined && size > largest
    ? placeless('weights/model-too-large-for-host', { path: name, size, limit: largest })
    : undefined;
}
