/** `run --input`: the values of a `.npy`, a PNG or a JPEG for the input that they fit. */
import { fillIn } from '#core/messages/render';
import type { StateAnalysis } from '#core/infer/types';
import type { RunInput, RunPlan } from '#core/onnx/run-plan';
import { has, num, nums, str, subOrEmpty } from '#core/schema/message';
import { modelValues } from '#core/weight-files/read-caffemodel-values';
import { readMean } from '#core/weight-files/read-mean';
import { readNpy } from '#core/weight-files/read-npy';
import { failure, tooLarge } from '#project/files';
import { reasonOf } from '#project/reason';
import type { Surroundings } from '#project/surroundings';
import { fitsImage, imageInput, type Image, type Mean, type Transform } from '#run/image-input';
import type { Io } from './io';

/** In bytes: 64 million values as doubles. */
const maxInputBytes = 1 << 29;

interface Net {
  readonly plan: RunPlan;
  readonly state: StateAnalysis;
  readonly around: Surroundings;
}

/** The file's values by the name of the input; null if none fits or the file can't be read, and the reason is reported. */
export async function givenInput(
  net: Net,
  path: string | undefined,
  io: Io,
): Promise<ReadonlyMap<string, Float32Array> | null> {
  if (path === undefined) return new Map();
  const [first] = net.plan.inputs;
  if (!first) return report(io, 'run/no-input', { path });
  try {
    const bytes = await io.files.read(io.uriOf(path), maxInputBytes);
    const image = await io.decodeImage(bytes);
    if (image) return await imageFor(net, image, path, io);
    const npy = readNpy(bytes);
    if (!npy) return report(io, 'run/input-type', { path });
    const input = net.plan.inputs.find(({ shape }) => countOf(shape) === npy.values.length);
    if (input) return new Map([[input.blob, npy.values]]);
    const args = { path, found: npy.values.length, blob: first.blob, expected: countOf(first.shape) };
    return report(io, 'run/input-shape', args);
  } catch (error) {
    return report(io, 'run/input', { path, reason: reasonOf(error, io.language) });
  }
}

async function imageFor(
  net: Net,
  image: Image,
  path: string,
  io: Io,
): Promise<ReadonlyMap<string, Float32Array> | null> {
  for (const input of net.plan.inputs) {
    const transform = await transformOf(net, input, io);
    if (fitsImage(image, input.shape, transform))
      return new Map([[input.blob, imageInput(image, input.shape, transform)]]);
  }
  const { width, height, channels } = image;
  return report(io, 'run/input-image', { path, width, height, channels });
}

/** `transform_param` of the layer that makes the input. A mean file that is missing or unfit rejects. */
async function transformOf({ state, around }: Net, { blob }: RunInput, io: Io): Promise<Transform> {
  const maker = state.layers.find(({ layer }) => layer.tops.some(({ name }) => name === blob));
  if (!maker) return { crop: 0, scale: 1, mean: { kind: 'values', values: [] } };
  const param = subOrEmpty(maker.layer.message, 'transform_param');
  const values: Mean = { kind: 'values', values: nums(param, 'mean_value') };
  const mean = has(param, 'mean_file') ? await meanFrom(str(param, 'mean_file'), around, io) : values;
  return { crop: num(param, 'crop_size'), scale: num(param, 'scale'), mean };
}

async function meanFrom(path: string, around: Surroundings, io: Io): Promise<Mean> {
  try {
    return await readMeanFrom(path, around, io);
  } catch (error) {
    throw failure('EMEANFILE', path, { mean: path, reason: reasonOf(error, io.language) });
  }
}

async function readMeanFrom(path: string, { meanFiles }: Surroundings, { files, uriOf }: Io): Promise<Mean> {
  const uri = meanFiles.get(path) ?? uriOf(path);
  const read = (start: number, end: number): Promise<Uint8Array> => files.readRange(uri, start, end);
  const mean = await readMean((await files.stat(uri)).size, read);
  if (mean.kind === 'unfit') throw failure(mean.code, path, mean.args);
  const { shape, count } = mean.blob;
  if (4 * count > maxInputBytes) throw failure(tooLarge, path, { limit: maxInputBytes });
  const values = new Float32Array(count);
  const bytes = new Uint8Array(values.buffer);
  let at = 0;
  for await (const chunk of modelValues(mean.blob, read)) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return { kind: 'file', shape, values };
}

function report(io: Io, sentence: keyof Io['language']['cli'], args: Parameters<typeof fillIn>[1]): null {
  io.complain(fillIn(io.language.cli[sentence], args));
  return null;
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}
