import * as v from 'valibot';
import type { Weight } from '#core/infer/types';
import { formatDistribution } from '#core/net/format-values';
import { shortestFloat32 } from '#core/numbers';
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
import { shape } from './shapes';
import { list, tool } from './tool';

const known = v.nullable(v.number());

export const init = tool({
  name: 'prototxt_init',
  title: 'Show the initial weights of a net',
  description:
    "How Caffe initializes every param of a net: filler, fan_in and fan_out as Caffe computes them, the formula with this layer's numbers, the distribution and its standard deviation. Use it before you choose or change a filler, and to explain a bad start of training.",
  input: v.strictObject({ ...fileInput, ...stateInput, ...layersInput }),
  output: v.object({
    ...stateOutput,
    layers: list(
      v.object({
        name: v.string(),
        type: v.string(),
        line: v.number(),
        params: list(
          v.object({
            role: v.string(),
            filler: v.pipe(v.nullable(v.string()), v.description('Null: the layer sets the values itself.')),
            shape,
            fanIn: known,
            fanOut: known,
            n: v.pipe(known, v.description('What the filler divides by; null if it does not.')),
            distribution: v.string(),
            mean: known,
            std: known,
            formula: v.string(),
            lrMult: v.number(),
          }),
        ),
      }),
    ),
    ...leftOutput,
  }),
  run: async (input, context) => {
    const file = await fileOf(input, context);
    const state = stateOf(file);
    const places = placesIn(file.analysis.text);
    const learned = state.layers.filter(({ params }) => params.length > 0);
    const { chosen: layers, left } = chosen(learned, nameOfLayer, input);
    return {
      ...stateAnswer(file.analysis, state),
      layers: layers.map(({ layer, params }) => ({
        name: layer.name,
        type: layer.type,
        line: places.line(layer.span.start),
        params: params.map(weightOf),
      })),
      left,
    };
  },
});

function weightOf({ role, filler, shape: own, fanIn, fanOut, n, distribution, mean, std, formula, lrMult }: Weight) {
  return {
    role,
    filler,
    shape: own,
    fanIn,
    fanOut,
    n,
    distribution: formatDistribution(distribution),
    mean: short(mean),
    std: short(std),
    formula,
    lrMult,
  };
}

/** In the shortest form that reads back as the same float32. */
function short(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : shortestFloat32(value);
}
