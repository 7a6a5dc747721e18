/** Replaces a net's own inputs by one Input layer, as Caffe does (UpgradeNetInput). */
import type { Problem } from '../../problems';
import { nameSpan, type Entry, type Message } from '../../schema/message';
import type { Schema } from '../../schema/types';
import { placeOfName } from '../heads';
import { dimsPerInput, hasNativeInputs, nativeInputProblems } from './native-inputs';
import { made, madeMessage, moved, typeOf, type Rewritten } from './rewrite';

/** The fields that declare a net's own inputs. */
export const inputFields: readonly string[] = ['input', 'input_shape', 'input_dim'];

/**
 * The layer comes before all others and has one top per input. `input_shape` takes precedence over `input_dim`. Without
 * either, the inputs are dropped, as are surplus shapes; but not in a Caffe without Input layers.
 */
export function upgradeInputs(net: Message, entries: readonly Entry[], schema: Schema): Rewritten {
  const of = (name: string): readonly Entry[] => entries.filter(({ field }) => field.name === name);
  const inputs = of('input');
  const shapes = of('input_shape');
  const dims = of('input_dim');
  const rest = entries.filter(({ field }) => !inputFields.includes(field.name));
  const [first] = inputs;
  const damaged = isDamaged(net);
  const native = hasNativeInputs(schema);
  const wrong = native && !damaged ? nativeInputProblems(inputs, shapes, dims) : [];
  if (!first || (shapes.length === 0 && dims.length === 0 && !damaged && !native))
    return { entries: rest, problems: wrong };
  const layer = typeOf(schema, 'LayerParameter');
  const param = typeOf(schema, 'InputParameter');
  const shape = typeOf(schema, 'BlobShape');
  const complete = shapes.length > 0 ? shapes.length >= inputs.length : dims.length >= dimsPerInput * inputs.length;
  const written = inputs.flatMap((input, i) => {
    if (shapes.length > 0) return shapes.slice(i, i + 1).flatMap((entry) => moved(entry, param, 'shape'));
    const own = Array.from({ length: dimsPerInput }, (_, axis) => dims[dimsPerInput * i + axis]);
    const values = own.flatMap((entry) => (entry ? moved(entry, shape, 'dim') : made(input, shape, 'dim', undefined)));
    return made(input, param, 'shape', madeMessage(shape, placeOfName(input).span, values));
  });
  const inputLayer = madeMessage(layer, nameSpan(first.node), [
    ...made(first, layer, 'name', 'input'),
    ...made(first, layer, 'type', 'Input'),
    ...inputs.flatMap((entry) => moved(entry, layer, 'top')),
    ...made(first, layer, 'input_param', madeMessage(param, nameSpan(first.node), written)),
  ]);
  // With a shape missing, all tops are unknown; with some dimensions missing, only these are.
  const state = complete ? inputLayer.state : shapes.length > 0 || damaged ? 'unreadable' : 'damaged';
  return {
    entries: [...made(first, typeOf(schema, 'NetParameter'), 'layer', { ...inputLayer, state }), ...rest],
    problems: native ? wrong : complete || damaged ? [] : incomplete(inputs, shapes, dims),
  };
}

/** For a missing shape Caffe crashes; for missing dimensions it reads past the end of the array. */
function incomplete(inputs: readonly Entry[], shapes: readonly Entry[], dims: readonly Entry[]): readonly Problem[] {
  const nComplete = shapes.length > 0 ? shapes.length : Math.floor(dims.length / dimsPerInput);
  const input = inputs[nComplete];
  if (!input) return [];
  const { name, span } = placeOfName(input);
  const args = { name, inputs: inputs.length };
  if (shapes.length > 0) return [{ code: 'net/input-without-shape', span, args: { ...args, shapes: shapes.length } }];
  const expected = dimsPerInput * inputs.length;
  return [{ code: 'net/input-dim-count', span, args: { ...args, dims: dims.length, expected } }];
}

/** True where the net's own fields have an error, since a missing shape may follow from it. */
function isDamaged(net: Message): boolean {
  if (net.state === 'sound') return false;
  const parts = net.entries.filter(({ field }) => field.name !== 'layer' && field.name !== 'layers');
  if (parts.some(({ value }) => value === undefined || (typeof value === 'object' && value.state !== 'sound')))
    return true;
  if (net.node?.fields.some(({ name }) => !net.type.fields.has(name))) return true;
  return net.entries.every(({ value }) => typeof value !== 'object' || value.state === 'sound');
}
