import * as v from 'valibot';
import { shortestFloat32 } from '#core/numbers';
import { pageOf } from '#core/problems/index';
import { forecast } from '#core/signal/forecast';
import { sourceFor } from '#core/signal/source';
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
import { placesIn, problem, problemOf } from './places';
import { list, tool } from './tool';

const known = v.nullable(v.number());

export const signal = tool({
  name: 'prototxt_signal',
  title: 'Forecast the signal of a net',
  description:
    'Forecasts, without running the net, how large activations and gradients are before training: per layer the mean and second moment (mean square) of the first top, and the second moment of the gradient at the first bottom. `problems` names layers where the signal vanishes, explodes or saturates. Use it to judge fillers and depth; use prototxt_run to measure instead.',
  input: v.strictObject({
    ...fileInput,
    ...stateInput,
    ...layersInput,
    input: v.optional(
      v.pipe(
        v.picklist(['standard', 'transform']),
        v.description('standard (default): inputs are N(0, 1). transform: pixels after transform_param.'),
      ),
    ),
  }),
  output: v.object({
    ...stateOutput,
    layers: list(
      v.object({
        name: v.string(),
        type: v.string(),
        line: v.number(),
        mean: known,
        secondMoment: known,
        gradient: known,
      }),
    ),
    ...leftOutput,
    problems: list(problem),
  }),
  run: async (input, context) => {
    const file = await fileOf(input, context);
    const { analysis } = file;
    const state = stateOf(file);
    const places = placesIn(analysis.text);
    const { layers } = forecast(state, {
      source: sourceFor(state, { kind: input.input ?? 'standard' }),
    });
    const { chosen: taken, left } = chosen(layers, ({ layer }) => nameOfLayer(layer), input);
    return {
      ...stateAnswer(analysis, state),
      layers: taken.map(({ layer: { layer }, tops: [top], bottomGradients: [gradient] }) => ({
        name: layer.name,
        type: layer.type,
        line: places.line(layer.span.start),
        mean: short(top?.mean),
        secondMoment: short(top?.secondMoment),
        gradient: short(gradient),
      })),
      left,
      problems: analysis
        .problemsIn(state.state)
        .filter(({ code }) => pageOf(code) === 'signal')
        .map((one) => problemOf(analysis, one, places, true)),
    };
  },
});

/** Doubles: a gradient may be too small for a float32. */
function short(value: number | null | undefined): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  const float = shortestFloat32(value);
  return (value !== 0 && float === 0) || !Number.isFinite(float) ? value : float;
}
