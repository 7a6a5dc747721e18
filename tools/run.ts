import * as v from 'valibot';
import type { StateAnalysis } from '#core/infer/types';
import { english } from '#core/messages/en/index';
import { say } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { formatState } from '#core/net/state';
import { planOf } from '#core/onnx/plan-of';
import type { Lost } from '#core/onnx/back-graph';
import type { RunPlan } from '#core/onnx/run-plan';
import { whatIfs } from '#core/onnx/what-if';
import { isError } from '#core/problems/index';
import { seedFor } from '#project/seed';
import { evenLossOf } from '#run/even-loss';
import { sentenceOf } from '#run/failure';
import { findingsOf, findingText } from '#run/findings';
import { plainNumber, type Reduced } from '#run/reduce';
import type { RanBack, RanLayer, RanTop } from '#run/run';
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

const reason = (of: string) => v.optional(v.pipe(v.string(), v.description(`${of} Absent if it did not.`)));

export const run = tool({
  name: 'prototxt_run',
  title: 'Run a net once',
  description:
    'Runs one forward and one backward pass of a Caffe net with the initial weights and random inputs that Caffe draws for a seed, and returns mean, standard deviation, minimum and maximum of every top, the size of the gradients, the loss, and `findings`: layers where activations or gradients vanish or explode, dead units, saturated activations. Use it to measure what prototxt_signal forecasts. It needs no Caffe and no data, but takes seconds to minutes for large nets: try `batch: 1` first, or `back: false`.',
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
      v.pipe(
        v.picklist(whatIfs),
        v.description('What if all weights were initialized by this filler? `lsuv` scales them to unit variance.'),
      ),
    ),
    back: v.optional(v.pipe(v.boolean(), v.description('Whether Backward runs as well. Default: true.'))),
  }),
  output: v.object({
    ...stateOutput,
    seed: v.number(),
    loss: v.nullable(value),
    evenLoss: v.optional(
      v.pipe(value, v.description('The loss if all classes were equally probable. Absent where it is not known.')),
    ),
    layers: list(
      v.object({
        name: v.string(),
        type: v.string(),
        tops: list(
          v.object({ blob: v.string(), shape: list(v.number()), mean: value, std: value, min: value, max: value }),
        ),
        bottomGradients: v.optional(
          v.pipe(
            list(v.nullable(value)),
            v.description('Root mean square of the gradient at each bottom; null where none is passed back.'),
          ),
        ),
        paramGradients: v.optional(
          v.pipe(list(value), v.description('Root mean square of the gradient of each param; absent if unknown.')),
        ),
      }),
    ),
    ...leftOutput,
    findings: list(v.object({ layer: v.string(), finding: v.string() })),
    findingsLeft: v.pipe(v.number(), v.description('How many more findings there are, which were left out.')),
    backFrom: v.optional(v.pipe(v.string(), v.description('The layer at whose tops Backward began.'))),
    backStopped: reason('Why gradients are not known further back.'),
    stopped: reason('Why the run ended before the last layer.'),
  }),
  run: async (input, context) => {
    const file = await fileOf(input, context);
    const { analysis, around, shownPath } = file;
    const written = stateOf(file);
    const error = analysis.problemsIn(written.state).find(isError);
    if (error) {
      const message = messageOf(error, english);
      const shownState = formatState(written.state);
      throw new NoAnswer(say(english.running, 'rejected', { path: shownPath, state: shownState, message }));
    }
    if (!analysis.world) throw new NoAnswer(`${shownPath} cannot be run.`);
    const { seed: asked, batch, filler, back = true } = input;
    const seed = seedFor(around, asked).value;
    const { state, plan } = planOf(written, analysis.dialect, analysis.world, { seed, batch, whatIf: filler, back });
    const ran = await finished(plan, shownPath, context);
    const { chosen: taken, left } = chosen(ran.layers, ({ name }) => name, input);
    const gradients = new Map(ran.back.map((each) => [each.index, each]));
    const even = evenLossOf(plan, state);
    return {
      ...stateAnswer(analysis, written),
      seed,
      loss: ran.loss === null ? null : plainNumber(ran.loss),
      ...(even && { evenLoss: plainNumber(even.value) }),
      layers: taken.map(({ index, name, type, tops }) => ({
        name,
        type,
        tops: tops.map(topOf),
        ...gradientsOf(gradients.get(index)),
      })),
      left,
      ...findingsAnswer(ran, state, input),
      ...backAnswer(plan.back),
      ...(plan.stopped && { stopped: reasonFor('stopped', plan.stopped) }),
    };
  },
});

function reasonFor(key: 'stopped' | 'lost', at: NonNullable<RunPlan['stopped'] | Lost>): string {
  return say(english.running, key, { ...at, reason: say(english.lowering, at.reason, { ...at }) });
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

function gradientsOf(layer: RanBack | undefined) {
  if (!layer) return {};
  const { bottoms, params } = layer;
  return {
    ...(bottoms.length > 0 && { bottomGradients: bottoms.map((gradient) => gradient && sizeOf(gradient)) }),
    ...(params.length > 0 && { paramGradients: params.map(sizeOf) }),
  };
}

function sizeOf({ m2 }: Reduced) {
  return plainNumber(Math.sqrt(m2));
}

/** Those of the layers that were asked for, also of those that `limit` leaves out. */
function findingsAnswer(ran: Ran, state: StateAnalysis, input: Pick<Parameters<typeof chosen>[2], 'layers' | 'limit'>) {
  const all = chosen(ran.layers, ({ name }) => name, { layers: input.layers, limit: Infinity }).chosen;
  const byLayer = findingsOf(ran.layers, state, ran.back);
  const found = all.flatMap(({ index, name }) =>
    (byLayer.get(index) ?? []).map((finding) => ({ layer: name, finding: findingText(finding, english) })),
  );
  const { chosen: findings, left: findingsLeft } = chosen(found, ({ layer }) => layer, { limit: input.limit });
  return { findings, findingsLeft };
}

function backAnswer(back: RunPlan['back']) {
  return back && { backFrom: back.from, ...(back.lost && { backStopped: reasonFor('lost', back.lost) }) };
}

interface Ran {
  readonly layers: readonly RanLayer[];
  /** From the last layer to the first. */
  readonly back: readonly RanBack[];
  readonly loss: number | null;
}

async function finished(plan: RunPlan, path: string, { start, whenCancelled, progress }: ToolContext): Promise<Ran> {
  const layers: RanLayer[] = [];
  const back: RanBack[] = [];
  let loss: number | null = null;
  let isDone = false;
  const running = start({ plan, given: new Map() });
  whenCancelled?.(running.cancel);
  try {
    for await (const event of running.events) {
      if (event.kind === 'layer') layers.push(event.layer);
      if (event.kind === 'back') back.push(event.layer);
      if (event.kind === 'progress') progress?.(event.done);
      if (event.kind === 'done') [loss, isDone] = [event.loss, true];
    }
  } catch (error) {
    throw new NoAnswer(sentenceOf(error, path, english));
  }
  if (!isDone) throw new NoAnswer('The run was cancelled.');
  return { layers, back, loss };
}
