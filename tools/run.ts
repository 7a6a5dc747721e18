import * as v from 'valibot';
import { english } from '#core/messages/en/index';
import { say } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { formatState } from '#core/net/state';
import { runPlan, type RunPlan } from '#core/onnx/run-plan';
import { varied } from '#core/onnx/variation';
import { weightFillers } from '#core/onnx/what-if';
import { isError } from '#core/problems/index';
import { seedFor } from '#project/seed';
import { sentenceOf } from '#run/failure';
import { plainNumber } from '#run/reduce';
import type { RanLayer, RanTop } from '#run/run';
import {
  chosen,
  fileInput,
  fileOf,
  layersInput,
  leftOutput,
  stateAnswer,
  stateInput,
  stateOf,
  stateOutput,
} from './input';
import { list, NoAnswer, tool, type ToolContext } from './tool';

const value = v.union([v.number(), v.picklist(['nan', 'inf', '-inf'])]);

export const run = tool({
  name: 'prototxt_run',
  title: 'Run a net once',
  description:
    'Runs one forward pass of a Caffe net with the initial weights and random inputs that Caffe draws for a seed, and returns mean, standard deviation, minimum and maximum of every top, and the loss. Use it to measure what prototxt_signal forecasts. It needs no Caffe and no data, but takes seconds to minutes for large nets: try `batch: 1` first.',
  input: v.strictObject({
    ...fileInput,
    ...stateInput,
    ...layersInput,
    seed: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(0xffffffff),
        v.description('Default: the random_seed of the solver beside the net, else 1701.'),
      ),
    ),
    batch: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0x7fffffff))),
    filler: v.optional(
      v.pipe(v.picklist(weightFillers), v.description('What if all weights were initialized by this filler?')),
    ),
  }),
  output: v.object({
    ...stateOutput,
    seed: v.number(),
    loss: v.nullable(value),
    layers: list(
      v.object({
        name: v.string(),
        type: v.string(),
        tops: list(
          v.object({ blob: v.string(), shape: list(v.number()), mean: value, std: value, min: value, max: value }),
        ),
      }),
    ),
    ...leftOutput,
    stopped: v.optional(
      v.pipe(v.string(), v.description('Why the run ended before the last layer. Absent if it did not.')),
    ),
  }),
  run: async (input, context) => {
    const file = await fileOf(input, context);
    const { analysis, around, shownPath } = file;
    const state = stateOf(file);
    const error = analysis.problemsIn(state.state).find(isError);
    if (error) {
      const message = messageOf(error, english);
      const shownState = formatState(state.state);
      throw new NoAnswer(say(english.running, 'rejected', { path: shownPath, state: shownState, message }));
    }
    if (!analysis.world) throw new NoAnswer(`${shownPath} cannot be run.`);
    const { seed: asked, batch, filler } = input;
    const seed = seedFor(around, asked).value;
    const plan = runPlan(varied(state, analysis.dialect, analysis.world, { batch, filler }), seed);
    const { layers, loss } = await finished(plan, shownPath, context);
    const { chosen: taken, left } = chosen(layers, ({ name }) => name, input);
    return {
      ...stateAnswer(analysis, state),
      seed,
      loss: loss === null ? null : plainNumber(loss),
      layers: taken.map(({ name, type, tops }) => ({ name, type, tops: tops.map(topOf) })),
      left,
      ...(plan.stopped && { stopped: reasonFor(plan.stopped) }),
    };
  },
});

function reasonFor(stopped: NonNullable<RunPlan['stopped']>): string {
  const reason = say(english.lowering, stopped.reason, { ...stopped });
  return say(english.running, 'stopped', { ...stopped, reason });
}

function topOf({ blob, shape, mean, m2, min, max }: RanTop) {
  const std = Math.sqrt(Math.max(0, m2 - mean * mean));
  return {
    blob,
    shape,
    mean: plainNumber(mean),
    std: plainNumber(std),
    min: plainNumber(min),
    max: plainNumber(max),
  };
}

async function finished(
  plan: RunPlan,
  path: string,
  { start, whenCancelled, progress }: ToolContext,
): Promise<{ readonly layers: readonly RanLayer[]; readonly loss: number | null }> {
  const layers: RanLayer[] = [];
  let loss: number | null = null;
  let isDone = false;
  const running = start({ plan, given: new Map(), wasm: undefined });
  whenCancelled?.(running.cancel);
  try {
    for await (const event of running.events) {
      if (event.kind === 'layer') layers.push(event.layer);
      if (event.kind === 'progress') progress?.(event.done);
      if (event.kind === 'done') [loss, isDone] = [event.loss, true];
    }
  } catch (error) {
    throw new NoAnswer(sentenceOf(error, path, english));
  }
  if (!isDone) throw new NoAnswer('The run was cancelled.');
  return { layers, loss };
}
