/** The inputs of a deploy net: the shapes known from the net itself, and guesses for the rest. */
import type { Analysis } from '../../analysis/analysis';
import type { Dialect } from '../../dialects/dialect';
import type { InferredLayer } from '../../infer/types';
import { say, type Language } from '../../messages/language';
import type { Expected } from '../../net/graph';
import { paramOf, writtenParamOf } from '../../infer/param-of';
import { entriesOf, entryOf, sub } from '../../schema/message';
import { indentOf, lineBreakOf } from '../lines-of';
import { quoted } from '../quoted';
import { knownDatum } from '../write-datum';

/** A blob that the net reads, and how its values are interpreted, where that is known. */
export interface Input {
  readonly blob: string;
  readonly id: number;
  readonly dims: readonly (number | null)[] | null;
  readonly expected: Expected | undefined;
}

/** Sizes of a deploy net where there is a choice. */
export interface Sizes {
  /** The first axis: one item, or the batch size of the net. */
  readonly batch: 'one' | 'own';
  /** Images of unknown size: the size suggested by the name of their source, or a common one. */
  readonly images: 'of source' | 'usual';
}

/** Most likely first: most nets accept any number of images, and some are written for a single one. */
export const likelySizes: readonly Sizes[] = [
  { batch: 'one', images: 'of source' },
  { batch: 'one', images: 'usual' },
  { batch: 'own', images: 'of source' },
  { batch: 'own', images: 'usual' },
];

/** The contents of a data layer's tops, according to the layers that read them. */
export function inputsOf({ layer, tops }: InferredLayer, layers: readonly InferredLayer[]): readonly Input[] {
  return layer.tops.map(({ name, blob }, i) => ({
    blob: name,
    id: blob.id,
    dims: tops[i] ?? null,
    expected: expectedOf(blob.id, layers),
  }));
}

function expectedOf(id: number, layers: readonly InferredLayer[]): Expected | undefined {
  for (const { layer, rule, bottoms } of layers) {
    const at = layer.bottoms.findIndex(({ blob }) => blob?.id === id);
    const expected = rule && at >= 0 ? rule.expects?.({ layer, param: paramOf(layer, rule), bottoms })[at] : undefined;
    if (expected) return expected;
  }
  return undefined;
}

/**
 * The Input layer that replaces a data layer, with a comment about guessed sizes; the fields `input` and `input_shape` of
 * the net where the Caffe is older than the layer.
 */
export function inputLayer(
  { text, dialect }: Analysis,
  source: InferredLayer,
  inputs: readonly Input[],
  sizes: Sizes,
  { fixes }: Language,
): string {
  const [step, lineBreak] = [indentOf(text), lineBreakOf(text)];
  const shapes = inputs.map((input) => ({ input, dims: dimsOf(input, source, sizes) }));
  const guesses = shapes.flatMap(({ input, dims }) =>
    isKnown(input) ? [] : [`${step}# ${say(fixes, 'deploy-guess', { blob: input.blob, shape: dims.join(' × ') })}`],
  );
  const shapeOf = (dims: readonly number[]): string => `{ ${dims.map((dim) => `dim: ${dim}`).join(' ')} }`;
  if (hasOnlyFields(dialect))
    return [
      ...guesses.map((guess) => guess.trimStart()),
      ...shapes.flatMap(({ input, dims }) => [`input: ${quoted(input.blob)}`, `input_shape ${shapeOf(dims)}`]),
    ].join(lineBreak);
  const written = shapes.map(({ dims }) => `shape ${shapeOf(dims)}`);
  return [
    `layer {`,
    `${step}name: ${quoted(source.layer.name)}`,
    `${step}type: "Input"`,
    ...inputs.map(({ blob }) => `${step}top: ${quoted(blob)}`),
    ...guesses,
    `${step}input_param { ${written.join(' ')} }`,
    '}',
  ].join(lineBreak);
}

/** True for a Caffe of the time when a net had inputs, but no layer for them. */
function hasOnlyFields({ schema }: Dialect): boolean {
  const has = (message: string, field: string): boolean => schema.messages.get(message)?.fields.has(field) === true;
  return !has('LayerParameter', 'input_param') && has('NetParameter', 'input') && has('NetParameter', 'input_shape');
}

/** The first axis is chosen for the deploy net. */
function isKnown({ dims }: Input): boolean {
  return dims !== null && dims.slice(1).every((dim) => dim !== null);
}

function dimsOf({ dims, expected }: Input, source: InferredLayer, { batch, images }: Sizes): readonly number[] {
  const image = imageOf(source, images);
  // Words and markers of sequences: one time step of one stream.
  const isSequence = expected?.kind === 'markers' || expected?.kind === 'index';
  const guess = (axis: number): number => (isSequence ? 1 : (image[axis - 1] ?? 1));
  return (dims ?? (isSequence ? [null, null] : [null, null, null, null])).map((dim, axis) =>
    axis === 0 && (batch === 'one' || dim === null) ? 1 : (dim ?? guess(axis)),
  );
}

/** Channels, height and width. */
function imageOf(source: InferredLayer, images: Sizes['images']): readonly number[] {
  const param = writtenParamOf(source);
  const path = param && entryOf(param, 'source')?.value;
  const datum = images === 'usual' || typeof path !== 'string' ? undefined : knownDatum(path);
  const [channels = 3, height = 224, width = 224] = datum?.split('x').map(Number) ?? [];
  // Several mean values are one per channel.
  const transform = sub(source.layer.message, 'transform_param');
  const means = transform ? entriesOf(transform, 'mean_value').length : 0;
  return [means > 1 ? means : channels, height, width];
}
