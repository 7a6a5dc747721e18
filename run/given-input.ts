/** The values of a `.npy`, a PNG or a JPEG for the input of a net that they fit. */
import { fillIn } from '#core/messages/fill-in';
import type { Language } from '#core/messages/language';
import type { StateAnalysis } from '#core/infer/types';
import type { RunInput, RunPlan } from '#core/onnx/run-plan';
import { has, num, nums, str, subOrEmpty } from '#core/schema/message';
import { modelValues } from '#core/weight-files/read-caffemodel-values';
import { readMean } from '#core/weight-files/read-mean';
import { readNpy } from '#core/weight-files/read-npy';
import { failure, tooLarge, type Files } from '#project/files';
import { reasonOf } from '#project/reason';
import type { Surroundings } from '#project/surroundings';
import { fitsImage, imageInput, type Image, type Mean, type Transform } from './image-input';

/** In bytes: 64 million values as doubles. */
const maxInputBytes = 1 << 29;

interface Net {
  readonly plan: RunPlan;
  readonly state: StateAnalysis;
  readonly around: Pick<Surroundings, 'meanFiles'>;
}

export interface InputHost {
  readonly files: Pick<Files, 'read' | 'readRange' | 'stat'>;
  /** The URI of a path in the net, where the surroundings don't have the file. */
  readonly uriOf: (path: string) => string;
  /** A PNG or JPEG file, decoded; undefined if the bytes are neither. Rejects if it is damaged. */
  readonly decodeImage: (bytes: Uint8Array) => Promise<Image | undefined>;
  readonly language: Language;
}

export interface InputFile {
  /** As it is shown. */
  readonly path: string;
  readonly uri: string;
}

/** Values by the name of the input, or why there are none, in words. */
export type GivenInput =
  | { readonly kind: 'values'; readonly values: ReadonlyMap<string, Float32Array> }
  | { readonly kind: 'problem'; readonly message: string };

export async function givenInput(net: Net, { path, uri }: InputFile, host: InputHost): Promise<GivenInput> {
  const problem = (sentence: InputSentence, args: Parameters<typeof fillIn>[1]): GivenInput => ({
    kind: 'problem',
    message: fillIn(host.language.running[sentence], { path, ...args }),
  });
  const [first] = net.plan.inputs;
  if (!first) return problem('input-none', {});
  try {
    const bytes = await host.files.read(uri, maxInputBytes);
    const image = await host.decodeImage(bytes);
    if (image) {
      const values = await imageFor(net, image, host);
      const { width, height, channels } = image;
      return values ? { kind: 'values', values } : problem('input-image', { width, height, channels });
    }
    const npy = readNpy(bytes);
    if (!npy) return problem('input-type', {});
    // Shapes of the run follow from how many items a selector passes on.
    const input = net.plan.inputs.find(
      ({ shape, fill }) => fill.kind !== 'every second' && countOf(shape) === npy.values.length,
    );
    if (input) return { kind: 'values', values: new Map([[input.blob, npy.values]]) };
    return problem('input-shape', { found: npy.values.length, blob: first.blob, expected: countOf(first.shape) });
  } catch (error) {
    return problem('input', { reason: reasonOf(error, host.language) });
  }
}

type InputSentence = 'input' | 'input-none' | 'input-image' | 'input-type' | 'input-shape';

/** Undefined where the image fits no input. */
async function imageFor(
  net: Net,
  image: Image,
  host: InputHost,
): Promise<ReadonlyMap<string, Float32Array> | undefined> {
  for (const input of net.plan.inputs) {
    const transform = await transformOf(net, input, host);
    if (fitsImage(image, input.shape, transform))
      return new Map([[input.blob, imageInput(image, input.shape, transform)]]);
  }
  return undefined;
}

/** `transform_param` of the layer that makes the input. A mean file that is missing or unfit rejects. */
async function transformOf({ state, around }: Net, { blob }: RunInput, host: InputHost): Promise<Transform> {
  const maker = state.layers.find(({ layer }) => layer.tops.some(({ name }) => name === blob));
  if (!maker) return { crop: 0, scale: 1, mean: { kind: 'values', values: [] } };
  const param = subOrEmpty(maker.layer.message, 'transform_param');
  const values: Mean = { kind: 'values', values: nums(param, 'mean_value') };
  const mean = has(param, 'mean_file') ? await meanFrom(str(param, 'mean_file'), around, host) : values;
  return { crop: num(param, 'crop_size'), scale: num(param, 'scale'), mean };
}

async function meanFrom(path: string, around: Net['around'], host: InputHost): Promise<Mean> {
  try {
    return await readMeanFrom(path, around, host);
  } catch (error) {
    throw failure('EMEANFILE', path, { mean: path, reason: reasonOf(error, host.language) });
  }
}

async function readMeanFrom(path: string, { meanFiles }: Net['around'], { files, uriOf }: InputHost): Promise<Mean> {
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

function countOf(shape: readonly number[]): number {
  return shape.reduce((product, dim) => product * dim, 1);
}
