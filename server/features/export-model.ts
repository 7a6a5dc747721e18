/** The values of a weights file to a `.npz`. */
import type { ReadRange } from '#core/weight-files/binary-fields';
import { fitsValues, modelNpz } from '#core/weight-files/model-npz';
import type { OpenedModel } from '#project/opened-model';
import type { ModelExportAnswer } from '#protocol/requests';
import { messageOf } from '#core/messages/render';
import { placeless } from '#core/problems/index';
import type { Runtime } from '../runtime';
import { writeWeights, type Writing } from './export-weights';
import { blobsOf } from './model-editor';

/** `read` is of the model; `to` is a URI. */
export async function exportModel(
  model: OpenedModel,
  read: ReadRange,
  to: string,
  runtime: Runtime,
  writing: Writing,
): Promise<ModelExportAnswer> {
  const message = (problem: Parameters<typeof messageOf>[0]): ModelExportAnswer => ({
    kind: 'problem',
    message: messageOf(problem, writing.language),
  });
  if (model.kind === 'problem') return message(model.problem);
  const blobs = blobsOf(model);
  if (blobs.length === 0) return message(placeless('weights/no-blobs-in-file', {}));
  const layers = model.kind === 'mean' ? model.layers.map((layer) => ({ ...layer, name: 'mean' })) : model.layers;
  const failed = await writeWeights(modelNpz(layers, read), to, runtime, writing);
  if (failed) return failed;
  return {
    kind: 'written',
    blobs: blobs.length,
    values: blobs.reduce((sum, { count }) => sum + count, 0),
    lists: blobs.filter((blob) => !fitsValues(blob)).length,
  };
}
