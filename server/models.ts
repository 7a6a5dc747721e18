/** The file of weights that a net starts from: named by a comment in the net, or chosen by the person. */
import type { FileReference } from '#core/analysis';
import { weightsDirective } from '#core/directives';
import type { Language } from '#core/messages/language';
import { placeless, type ArgumentsOf, type Code } from '#core/problems/index';
import { readModel, type Model } from '#core/weights/model-file';
import { reasonOf } from '#files/reason';
import type { Files } from './runtime';
import { folderOf, nameOf, resolve } from './uris';

export interface PairedModel {
  /** As it is shown. */
  readonly name: string;
  readonly uri: string;
  readonly model: Model;
}

/** A comment goes before what was chosen. Undefined where there is neither. */
export function modelUri(
  netUri: string,
  references: readonly FileReference[],
  chosen: string | undefined,
): string | undefined {
  const comment = references.find(({ field }) => field === weightsDirective);
  return comment ? resolve(folderOf(netUri), comment.path) : chosen;
}

/** What it holds, or why it holds nothing. Never rejects. */
export async function modelAt(uri: string, files: Files, language: Language): Promise<PairedModel> {
  const name = nameOf(uri);
  try {
    const { size, kind } = await files.stat(uri);
    if (kind === 'folder') throw Object.assign(new Error(), { code: 'EISDIR' });
    const { largestFile: limit } = files;
    if (limit !== undefined && size > limit)
      return { name, uri, model: problem('weights/model-too-large-for-host', { path: name, size, limit }) };
    return { name, uri, model: await readModel(name, size, (start, end) => files.readRange(uri, start, end)) };
  } catch (error) {
    return { name, uri, model: problem('weights/model-unreadable', { path: name, reason: reasonOf(error, language) }) };
  }
}

function problem<C extends Code>(code: C, args: ArgumentsOf<C>): Model {
  return { kind: 'problem', problem: placeless(code, args) };
}
