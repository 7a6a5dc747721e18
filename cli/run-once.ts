/** `run`: one forward and one backward pass of a net with its initial weights. */
import { formatMeasured } from '#core/numbers';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { inJson, shown as shownName, visible } from '#core/messages/shown';
import { formatShape } from '#core/net/shape';
import type { RunBack, RunInput, RunPlan } from '#core/onnx/run-plan';
import { planOf } from '#core/onnx/plan-of';
import { caffeDigits, evenLossOf, type EvenLoss } from '#run/even-loss';
import { sentenceOf } from '#run/failure';
import { findingsOf, findingText, type Finding } from '#run/findings';
import { givenInput } from '#run/given-input';
import { plainNumber, type Reduced } from '#run/reduce';
import type { RanBack, RanLayer, RanTop } from '#run/run';
import { exitOk, exitUsage, type Io } from './io';
import { englishReason, unreadableLine } from './json';
import { oneState } from './one-state';
import type { Command, Options } from './options';
import { output } from './output';
import { seedFor } from '#project/seed';
import { survey, type Surveyed } from './survey';
import { table, type Column } from './table';

export const runOnce: Command = {
  name: 'run',
  formats: ['table', 'json'],
  own: ['seed', 'batch', 'what-if', 'input', 'no-back'],
  inputFile: true,
  run: async (options, io) => {
    const out = output(io);
    let wrong = false;
    const status = await survey(options, io, async (file) => {
      const text = await shown(file, options, io);
      wrong ||= text === null;
      return out.add(text ?? '');
    });
    await out.flush();
    return wrong ? exitUsage : status === exitOk ? exitOk : exitUsage;
  },
};

/** Null if nothing can be shown; the reason is reported. */
async function shown(file: Surveyed, options: Options, io: Io): Promise<string | null> {
  if (file.kind === 'unreadable') {
    if (options.format === 'json') return unreadableLine(file.path, options.schema, file.problem);
    io.complain(messageOf(file.problem, io.language));
    return null;
  }
  const { path, analysis, around } = file;
  const state = oneState(path, analysis, 'TRAIN', io);
  if (!state || !analysis.world) return null;
  const seed = seedFor(around, options.seed);
  const batch = typeof options.batch === 'number' ? options.batch : undefined;
  const asked = { seed: seed.value, batch, whatIf: options.whatIf, back: options.back };
  const { state: inState, plan } = planOf(analysis.state(state), analysis.dialect, analysis.world, asked);
  const given = await valuesOf({ plan, state: inState, around }, options.inputFile, io);
  if (given === null) return null;
  try {
    const all = await finished(plan, given, io);
    const ran = { ...all, even: evenLossOf(plan, inState), findings: findingsOf(all.layers, inState, all.back) };
    return options.format === 'json'
      ? json(path, plan, ran, given, options)
      : `${visible(path)} (${plan.state.phase})\n${tables(plan, ran, io)}\n`;
  } catch (error) {
    io.complain(sentenceOf(error, path, io.language));
    return null;
  }
}

/** Null if the file can't be used; the reason is reported. */
async function valuesOf(
  net: Parameters<typeof givenInput>[0],
  path: string | undefined,
  io: Io,
): Promise<ReadonlyMap<string, Float32Array> | null> {
  if (path === undefined) return new Map();
  const given = await givenInput(net, { path, uri: io.uriOf(path) }, io);
  if (given.kind === 'values') return given.values;
  io.complain(given.message);
  return null;
}

interface Ran {
  readonly layers: readonly RanLayer[];
  /** From the last layer to the first. */
  readonly back: readonly RanBack[];
  readonly loss: number;
  readonly even: EvenLoss | undefined;
  /** By the index of the layer. */
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
}

async function finished(
  plan: RunPlan,
  given: ReadonlyMap<string, Float32Array>,
  io: Io,
): Promise<Pick<Ran, 'layers' | 'back' | 'loss'>> {
  const layers: RanLayer[] = [];
  const back: RanBack[] = [];
  let loss = 0;
  for await (const event of io.start({ plan, given }).events) {
    if (event.kind === 'layer') layers.push(event.layer);
    if (event.kind === 'back') back.push(event.layer);
    if (event.kind === 'done') loss = event.loss ?? 0;
  }
  return { layers, back, loss };
}

function json(
  file: string,
  plan: RunPlan,
  { layers, back, loss, even, findings }: Ran,
  given: ReadonlyMap<string, Float32Array>,
  { inputFile }: Options,
): string {
  const { stopped, state, seed, back: planned } = plan;
  const object = {
    file,
    state: { phase: state.phase, level: state.level, stages: state.stages },
    seed,
    inputs: Object.fromEntries(
      plan.inputs.map((input) => [input.blob, given.has(input.blob) ? inputFile : fillOf(input)]),
    ),
    loss: plainNumber(loss),
    ...(even && { evenLoss: plainNumber(even.value) }),
    layers: layers.map(({ index, name, type, tops }) => {
      const found = findings.get(index);
      return { name, type, tops: tops.map(jsonTop), ...(found && { findings: found }) };
    }),
    ...(planned && {
      back_from: planned.from,
      back: back.map(({ name, bottoms, params }) => ({
        name,
        bottoms: bottoms.map((gradient) => gradient && jsonReduced(gradient)),
        params: params.map(jsonReduced),
      })),
    }),
    ...(planned?.lost && { back_stopped: { ...planned.lost, reason: englishReason(planned.lost) } }),
    ...(stopped && { stopped: { ...stopped, reason: englishReason(stopped) } }),
  };
  return `${inJson(object)}\n`;
}

function jsonTop({ blob, shape, ...values }: RanTop): object {
  return { blob, shape, ...jsonReduced(values) };
}

function jsonReduced({ n, mean, m2, min, max, at, zeros }: Reduced): object {
  return {
    n,
    mean: plainNumber(mean),
    m2: plainNumber(m2),
    min: plainNumber(min),
    max: plainNumber(max),
    zeros,
    at: at.map(plainNumber),
  };
}

function fillOf({ fill }: RunInput): string {
  return fill.kind === 'index' ? `index mod ${fill.below}` : fill.kind;
}

const columns: readonly Column[] = [
  { title: 'layer', align: 'left' },
  { title: 'type', align: 'left' },
  { title: 'top', align: 'left' },
  { title: 'shape', align: 'left' },
  { title: 'mean', align: 'right' },
  { title: 'std', align: 'right' },
  { title: 'min', align: 'right' },
  { title: 'max', align: 'right' },
];

const gradientColumns: readonly Column[] = [
  { title: 'gradient', align: 'right' },
  { title: 'of param', align: 'right' },
];

/** One row per top; gradients, and in the last column what the run shows of a layer, are in the first of a layer. */
function tables(
  { seed, stopped, back: planned }: RunPlan,
  { layers, back, loss, even, findings }: Ran,
  { language }: Io,
): string {
  const found = (index: number): string =>
    (findings.get(index) ?? []).map((finding) => findingText(finding, language)).join('; ');
  const gradients = new Map(back.map((layer) => [layer.index, layer]));
  const rows = layers.flatMap(({ index, name, type, tops }) =>
    tops.map(({ blob, shape, mean, m2, min, max }, i) => [
      shownName(name),
      shownName(type),
      shownName(blob),
      formatShape(shape),
      ...[mean, Math.sqrt(Math.max(0, m2 - mean * mean)), min, max].map((value) => formatMeasured(value)),
      ...(planned ? (i === 0 ? gradientCells(gradients.get(index)) : ['', '']) : []),
      ...(findings.size === 0 ? [] : [i === 0 ? found(index) : '']),
    ]),
  );
  const printed = caffeDigits(loss);
  const last = even
    ? say(language.cli, 'run/seed-even', { seed, loss: printed, formula: even.formula, even: caffeDigits(even.value) })
    : say(language.cli, 'run/seed', { seed, loss: printed });
  const rest = stopped
    ? `\n${say(language.running, 'stopped', { ...stopped, reason: say(language.lowering, stopped.reason, { ...stopped }) })}`
    : '';
  const shown: readonly Column[] = [
    ...columns,
    ...(planned ? gradientColumns : []),
    ...(findings.size === 0 ? [] : [{ title: 'notes', align: 'left' } as const]),
  ];
  return `${table(shown, rows)}${last}${planned ? backLines(planned, language) : ''}${rest}\n`;
}

/** Root mean squares, of the first bottom that has a gradient and of the first param. */
function gradientCells(layer: RanBack | undefined): readonly string[] {
  const bottom = layer?.bottoms.find((gradient) => gradient !== null);
  return [bottom, layer?.params[0]].map((gradient) => (gradient ? formatMeasured(Math.sqrt(gradient.m2)) : ''));
}

function backLines({ from, seeds, lost }: RunBack, language: Language): string {
  const lines = [say(language.cli, seeds.length > 0 ? 'run/back-drawn' : 'run/back', { layer: from })];
  if (lost)
    lines.push(say(language.running, 'lost', { ...lost, reason: say(language.lowering, lost.reason, { ...lost }) }));
  return lines.map((line) => `\n${line}`).join('');
}
