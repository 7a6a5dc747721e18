import * as v from 'valibot';
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

export const shape = v.nullable(list(v.nullable(v.number())));

export const shapes = tool({
  name: 'prototxt_shapes',
  title: 'Show the shapes of a net',
  description:
    'The shape of every blob of a Caffe net, layer by layer, as Caffe computes it, and the shapes of the learnable params. Use it to see what a layer gets and makes, for example before you add or change a layer. A dimension that the text does not determine is null.',
  input: v.strictObject({ ...fileInput, ...stateInput, ...layersInput }),
  output: v.object({
    ...stateOutput,
    layers: list(
      v.object({
        name: v.string(),
        type: v.string(),
        line: v.number(),
        bottoms: list(v.object({ blob: v.string(), shape })),
        tops: list(v.object({ blob: v.string(), shape })),
        params: list(shape),
      }),
    ),
    ...leftOutput,
  }),
  run: async (input, context) => {
    const file = await fileOf(input, context);
    const state = stateOf(file);
    const places = placesIn(file.analysis.text);
    const { chosen: layers, left } = chosen(state.layers, nameOfLayer, input);
    return {
      ...stateAnswer(file.analysis, state),
      layers: layers.map(({ layer, bottoms, tops, params }) => ({
        name: layer.name,
        type: layer.type,
        line: places.line(layer.span.start),
        bottoms: layer.bottoms.map((bottom, i) => ({ blob: bottom.name, shape: bottoms[i] ?? null })),
        tops: layer.tops.map((top, i) => ({ blob: top.name, shape: tops[i] ?? null })),
        params: params.map((param) => param.shape),
      })),
      left,
    };
  },
});
