import * as v from 'valibot';
import { costOf, type LayerCost, type Part } from '#core/cost/cost';
import {
  chosen,
  fileInput,
  fileOf,
  layersInput,
  leftOutput,
  nameOfLayer,
  stateAnswer,
  stateInput,
  stateOf,
  stateOutput,
} from './input';
import { placesIn } from './places';
import { list, tool } from './tool';

const known = v.nullable(v.number());
const sum = v.object({
  value: v.number(),
  exact: v.pipe(v.boolean(), v.description('False if some layers are unknown: then it is a lower bound.')),
});

export const cost = tool({
  name: 'prototxt_cost',
  title: 'Show what a net costs',
  description:
    'Parameters, multiply–accumulates (MACs) of a forward pass over the batch, memory of the activations and receptive fields of a Caffe net, in total and layer by layer. Use it to find the expensive layers, and to compare two versions of a net.',
  input: v.strictObject({
    ...fileInput,
    ...stateInput,
    ...layersInput,
    sortBy: v.optional(
      v.pipe(
        v.picklist(['params', 'macs', 'memory']),
        v.description('The largest first. Default: the order of the net.'),
      ),
    ),
  }),
  output: v.object({
    ...stateOutput,
    total: v.object({ params: sum, macs: sum, memory: sum }),
    memoryRequired: v.pipe(known, v.description('In bytes, as Caffe logs it: Memory required for data.')),
    layers: list(
      v.object({
        name: v.string(),
        type: v.string(),
        line: v.number(),
        params: known,
        macs: v.pipe(v.nullable(v.number()), v.description('Null if unknown or not modelled.')),
        memory: v.pipe(known, v.description('Of the tops, in bytes.')),
        receptiveField: v.optional(
          v.pipe(
            list(v.object({ size: v.number(), stride: v.number() })),
            v.description('Of a value of the first top, per spatial axis, in pixels of the input.'),
          ),
        ),
      }),
    ),
    ...leftOutput,
  }),
  run: async (input, context) => {
    const file = await fileOf(input, context);
    const state = stateOf(file);
    const places = placesIn(file.analysis.text);
    const { layers, total, required } = costOf(state);
    const { sortBy } = input;
    const sorted = sortBy ? layers.toSorted((a, b) => (b[sortBy] ?? 0) - (a[sortBy] ?? 0)) : layers;
    const { chosen: taken, left } = chosen(sorted, ({ inferred }) => nameOfLayer(inferred), input);
    return {
      ...stateAnswer(file.analysis, state),
      total: { params: sumOf(total.params), macs: sumOf(total.macs), memory: sumOf(total.memory) },
      memoryRequired: required,
      layers: taken.map((one) => ({
        name: one.inferred.layer.name,
        type: one.inferred.layer.type,
        line: places.line(one.inferred.layer.span.start),
        params: one.params,
        macs: one.macs ?? null,
        memory: one.memory,
        ...fieldOf(one),
      })),
      left,
    };
  },
});

function sumOf({ value, kind }: Part) {
  return { value, exact: kind === 'exact' };
}

/** Left out where there is no spatial axis, or nothing is known. */
function fieldOf({ fields: [field] }: LayerCost) {
  return field && field.length > 0 ? { receptiveField: field.map(({ size, jump }) => ({ size, stride: jump })) } : {};
}
