/** A weights file or a mean file that the user opened. */
import type { Language } from '#core/messages/language';
import { placeless, type Problem } from '#core/problems/index';
import type { ModelAge, ModelLayer } from '#core/weight-files/read-caffemodel';
import { readMean } from '#core/weight-files/read-mean';
import { failure, type Files } from './files';
import { checkSize, readPaired } from './models';
import { reasonOf } from './reason';
import { nameOf } from './uris';

export type OpenedModel =
  | {
      readonly kind: 'model';
      readonly age: ModelAge;
      /** In bytes. */
      readonly size: number;
      readonly layers: readonly ModelLayer[];
    }
  /** Of one layer with one blob. */
  | { readonly kind: 'mean'; readonly size: number; readonly layers: readonly ModelLayer[] }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Values are not read. Never rejects. `largest`: the most bytes that the host can read, if it has a limit. */
export async function openModel(
  uri: string,
  files: Files,
  largest: number | undefined,
  language: Language,
): Promise<OpenedModel> {
  const path = nameOf(uri);
  if (path.endsWith('.binaryproto')) return openMean(uri, path, files, largest, language);
  const { model, size } = await readPaired({ path, uri }, files, largest, language);
  return model.kind === 'problem' ? model : { kind: 'model', age: model.age, size, layers: model.layers };
}

async function openMean(
  uri: string,
  path: string,
  files: Files,
  largest: number | undefined,
  language: Language,
): Promise<OpenedModel> {
  try {
    const stat = await files.stat(uri);
    const problem = checkSize(path, stat, largest);
    if (problem) return { kind: 'problem', problem };
    const mean = await readMean(stat.size, (start, end) => files.readRange(uri, start, end));
    if (mean.kind === 'unfit') throw failure(mean.code, path, mean.args);
    return { kind: 'mean', size: stat.size, layers: [{ name: '', type: '', blobs: [mean.blob] }] };
  } catch (error) {
    const reason = reasonOf(error, language);
    return { kind: 'problem', problem: placeless('weights/model-unreadable', { path, reason }) };
  }
}
