/** `onnx`: exports a net as an ONNX file, which is kept only if it runs. */
import { shown } from '#core/messages/shown';
import { say } from '#core/messages/language';
import { fillIn, messageOf } from '#core/messages/render';
import type { OnnxFile } from '#core/onnx/export';
import { seedFor } from '#project/seed';
import { writeOnnx, type OnnxOutcome } from '#run/onnx-file';
import { exitOk, exitRefused, exitUsage, type Io } from './io';
import { oneState } from './one-state';
import type { Command, Options } from './options';
import { survey, type Surveyed } from './survey';

export const onnx: Command = {
  name: 'onnx',
  formats: ['text'],
  own: ['out', 'weights', 'seed', 'opset', 'batch', 'from', 'to', 'force'],
  weightsFile: 'beside FILE',
  symbolicBatch: true,
  run: async (options, io) => {
    const { out } = options;
    if (!out?.endsWith('.onnx')) return refuse(io, 'onnx/no-out');
    if (options.files.length !== 1) return refuse(io, 'onnx/one-file');
    let status = exitUsage;
    await survey(options, io, async (file) => {
      if (file.kind === 'unreadable') io.complain(messageOf(file.problem, io.language));
      else status = await exported(file, out, options, io);
      return true;
    });
    return status;
  },
};

async function exported(
  { path, analysis, around }: Extract<Surveyed, { kind: 'analysed' }>,
  out: string,
  options: Options,
  io: Io,
): Promise<number> {
  const state = oneState(path, analysis, 'TEST', io);
  if (!state || !analysis.world) return exitUsage;
  const { model, batch, opset, from, to, existing } = options;
  const outcome = await writeOnnx(
    analysis,
    {
      state,
      batch,
      opset,
      from,
      to,
      seed: seedFor(around, options.seed).value,
      model: model === undefined ? undefined : { name: model, uri: io.uriOf(model) },
    },
    {
      files: io.files,
      engine: io.engine,
      start: io.start,
      out: { name: out, create: () => io.create(out, existing) },
      largestFile: undefined,
      language: io.language,
    },
  );
  return told(outcome, out, options, io);
}

async function told(outcome: OnnxOutcome, out: string, { model = '' }: Options, io: Io): Promise<number> {
  const { cli, lowering } = io.language;
  switch (outcome.kind) {
    case 'problem':
      if (outcome.problem.code === 'weights/file-exists') return refuse(io, 'weights/exists', { path: out });
      io.complain(messageOf(outcome.problem, io.language));
      return exitUsage;
    case 'missing':
      io.complain(fillIn(cli['onnx/missing'], { layers: outcome.layers.length }));
      for (const { layer, type, reason } of outcome.layers)
        await io.write(`${shown(layer)} (${shown(type)}): ${say(lowering, reason, { layer, type })}\n`);
      return exitRefused;
    case 'broken':
      io.complain(fillIn(io.language.running.broken, { reason: outcome.reason }));
      return exitUsage;
    case 'cancelled':
      return exitUsage;
    case 'written': {
      const { drawn, check, file } = outcome;
      if (drawn.length > 0)
        io.complain(fillIn(cli['onnx/drawn'], { layers: drawn.length, path: model, names: drawn.join(', ') }));
      const { layers, size } = file;
      const args = { path: out, layers, size, inputs: named(file.inputs), outputs: named(file.outputs) };
      await io.write(`${fillIn(cli['onnx/written'], { ...args, check: cli[`onnx/${check}`] })}\n`);
      return exitOk;
    }
  }
}

function named(values: OnnxFile['inputs']): string {
  return values.map(({ name, shape }) => `${name} ${shape.join('×')}`).join(', ');
}

function refuse(io: Io, sentence: keyof Io['language']['cli'], args: Parameters<typeof fillIn>[1] = {}): number {
  io.complain(fillIn(io.language.cli[sentence], args));
  return exitUsage;
}
