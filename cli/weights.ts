import type { Analysis } from '#core/analysis/analysis';
import { isError, placeless, type Arguments, type Problem } from '#core/problems/index';
import type { Language } from '#core/messages/language';
import { fillIn, messageOf } from '#core/messages/render';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import { drawBlobs } from '#core/weights/draw';
import { exportWeights, weightFormats, type WeightFormat } from '#core/weight-files/write-weights';
import { drawPlan } from '#core/weights/plan';
import { seedFor } from '#project/seed';
import { exitOk, exitUsage, type Io } from './io';
import { complainOfKind } from './not-a-net';
import { noteState, usualState } from './one-state';
import type { Command, Options } from './options';
import { survey, type Surveyed } from './survey';
import { writeFile } from './write-file';

/**
 * The values that Caffe would draw, as a file for NumPy or Caffe; of several states that differ, those of TRAIN.
 * Exit 2 where no file was written.
 */
export const weights: Command = {
  name: 'weights',
  formats: ['text'],
  own: ['out', 'layer', 'blob', 'seed', 'force'],
  run: async (options, io) => {
    const { out = '' } = options;
    const format = weightFormats.find((each) => out.endsWith(`.${each}`));
    if (!format) return refuse(io, 'weights/no-out');
    if (options.files.length !== 1) return refuse(io, 'weights/one-file');
    let status = exitUsage;
    await survey(options, io, async (file) => {
      if (file.kind === 'unreadable') io.complain(messageOf(file.problem, io.language));
      else status = await write(file, { options, out, format }, io);
      return true;
    });
    return status;
  },
};

interface Asked {
  readonly options: Options;
  readonly out: string;
  readonly format: WeightFormat;
}

async function write(
  { path, analysis, around }: Extract<Surveyed, { kind: 'analysed' }>,
  { options, out, format }: Asked,
  io: Io,
): Promise<number> {
  const state = usualState(analysis, 'TRAIN');
  if (analysis.kind !== 'net' || !state) {
    complainOfKind(path, analysis, io);
    return exitUsage;
  }
  const name = formatState(state);
  if (analysis.textProblems.some(isError)) return refuseFor(io, placeless('weights/net-rejected', { state: name }));
  const differs = (other: NetState): boolean => drawsOf(analysis, other) !== drawsOf(analysis, state);
  if (analysis.states.some(differs)) noteState(path, analysis, state, io);
  const seed = seedFor(around, options.seed);
  if (seed.solver !== undefined) say(io, 'weights/seed-of-solver', { seed: seed.value, solver: seed.solver });
  const inState = analysis.state(state);
  const { layer, blob } = options;
  const result = exportWeights(inState, drawBlobs(drawPlan(inState), seed.value, io.engine()), { format, layer, blob });
  if (result.kind === 'problem') return refuseFor(io, result.problem);
  const { file, values, unsure } = result;
  if (unsure !== undefined) say(io, 'weights/unsure', { layer: unsure });
  const failure = await writeFile(file.chunks(), out, options.existing, io);
  if (failure?.code === 'weights/file-exists') return refuse(io, 'weights/exists', { path: out });
  if (failure) return refuseFor(io, failure);
  await io.write(
    `${fillIn(io.language.cli['weights/written'], { path: out, values, size: file.size, seed: seed.value, state: name })}\n`,
  );
  return exitOk;
}

/** A key for what is drawn in a state: states with the same key give the same file. */
function drawsOf(analysis: Analysis, state: NetState): string {
  const inState = analysis.state(state);
  return JSON.stringify([inState.layers.map(({ layer }) => [layer.name, layer.type]), drawPlan(inState)]);
}

function refuse(io: Io, sentence: keyof Language['cli'], args: Arguments = {}): number {
  say(io, sentence, args);
  return exitUsage;
}

function refuseFor(io: Io, problem: Problem): number {
  io.complain(messageOf(problem, io.language));
  return exitUsage;
}

function say(io: Io, sentence: keyof Language['cli'], args: Arguments): void {
  io.complain(fillIn(io.language.cli[sentence], args));
}
