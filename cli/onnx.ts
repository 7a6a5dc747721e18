/** `onnx`: exports a net as an ONNX file, which is kept only if it runs. */
import type { Analysis } from '#core/analysis/analysis';
import { shown } from '#core/messages/shown';
import { say } from '#core/messages/language';
import { fillIn, messageOf } from '#core/messages/render';
import { costOf } from '#core/cost/cost';
import { exportOnnx, type OnnxFile, type OnnxRequest } from '#core/onnx/export';
import { checkingPlan } from '#core/onnx/checking';
import { symbolicBatches } from '#core/onnx/symbolic';
import { varied } from '#core/onnx/variation';
import type { StateAnalysis } from '#core/infer/types';
import { readModel, type ModelBlob, type ReadRange } from '#core/weight-files/read-caffemodel';
import { pairingProblems } from '#core/weight-files/pairing-problems';
import { trained } from '#core/weight-files/trained';
import { codeOf, reasonOf } from '#project/reason';
import type { Sink } from '#project/files';
import { placeless } from '#core/problems/index';
import { exitOk, exitRefused, exitUsage, type Io } from './io';
import { oneState } from './one-state';
import type { Command, Options } from './options';
import { seedFor } from '#project/seed';
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
  const asked = oneState(path, analysis, 'TEST', io);
  if (!asked || !analysis.world) return exitUsage;
  const { batch } = options;
  const at = (items: number | undefined): StateAnalysis => atBatch(analysis, asked, items);
  const state = at(batch === 'symbolic' ? symbolicBatches[0] : batch);
  const twin = batch === 'symbolic' ? at(symbolicBatches[1]) : undefined;
  const weights = await weightsFrom(options.model, state, io);
  if (!weights) return exitUsage;
  const request: OnnxRequest = {
    ...weights,
    opset: options.opset,
    from: options.from,
    to: options.to,
    seed: seedFor(around, options.seed).value,
  };
  const result = exportOnnx(state, twin, request, io.engine());
  if (result.kind === 'problem') {
    io.complain(messageOf(result.problem, io.language));
    return exitUsage;
  }
  if (result.kind === 'missing') {
    io.complain(fillIn(io.language.cli['onnx/missing'], { layers: result.layers.length }));
    for (const { layer, type, reason } of result.layers)
      await io.write(`${shown(layer)} (${shown(type)}): ${say(io.language.lowering, reason, { layer, type })}\n`);
    return exitRefused;
  }
  return written(result.file, checkFor(state, result.file), out, options, io);
}

function atBatch(
  analysis: Analysis,
  asked: Parameters<Analysis['state']>[0],
  batch: number | undefined,
): StateAnalysis {
  const state = analysis.state(asked);
  return analysis.world ? varied(state, analysis.dialect, analysis.world, { batch }) : state;
}

/** Undefined if the model can't be read or doesn't fit the net; the reason is reported. */
async function weightsFrom(
  path: string | undefined,
  state: StateAnalysis,
  io: Io,
): Promise<Pick<OnnxRequest, 'trained' | 'read'> | undefined> {
  const none: ReadonlyMap<number, ModelBlob> = new Map();
  const read: ReadRange = (start, end) => io.files.readRange(io.uriOf(path ?? ''), start, end);
  if (path === undefined) return { trained: none, read };
  try {
    const model = await readModel(path, (await io.files.stat(io.uriOf(path))).size, read);
    if (model.kind === 'problem') {
      io.complain(messageOf(model.problem, io.language));
      return undefined;
    }
    const { blobs, absent } = trained(state, model);
    const [misfit] = pairingProblems([state], model, path);
    if (misfit) {
      io.complain(messageOf(misfit, io.language));
      return undefined;
    }
    if (absent.length > 0)
      io.complain(fillIn(io.language.cli['onnx/drawn'], { layers: absent.length, path, names: absent.join(', ') }));
    return { trained: blobs, read };
  } catch (error) {
    const reason = reasonOf(error, io.language);
    io.complain(messageOf(placeless('weights/model-unreadable', { path, reason }), io.language));
    return undefined;
  }
}

/** Writes to a temporary name until the file has run; the runtime loads meanwhile. */
async function written(file: OnnxFile, check: Check, out: string, { existing }: Options, io: Io): Promise<number> {
  let sink: Sink | undefined;
  const checker = checkerOf(file, check, io);
  try {
    sink = await io.create(out, existing);
    const whole = new Uint8Array(file.size);
    let at = 0;
    for await (const chunk of file.chunks()) {
      whole.set(chunk, at);
      at += chunk.length;
      await sink.write(chunk);
    }
    const broken = await checker.failure(whole);
    if (broken !== undefined) {
      await sink.abandon();
      return refuse(io, 'onnx/broken', { reason: broken });
    }
    await sink.commit();
  } catch (error) {
    checker.cancel();
    await sink?.abandon().catch(() => undefined);
    if (codeOf(error) === 'EEXIST') return refuse(io, 'weights/exists', { path: out });
    const reason = reasonOf(error, io.language);
    io.complain(messageOf(placeless('weights/not-written', { path: out, reason }), io.language));
    return exitUsage;
  }
  const named = (values: OnnxFile['inputs']): string =>
    values.map(({ name, shape }) => `${name} ${shape.join('×')}`).join(', ');
  const { layers, size, inputs, outputs } = file;
  const args = {
    path: out,
    layers,
    size,
    inputs: named(inputs),
    outputs: named(outputs),
    check: io.language.cli[`onnx/${check}`],
  };
  await io.write(`${fillIn(io.language.cli['onnx/written'], args)}\n`);
  return exitOk;
}

/**
 * `ran`: the model was run. `loaded`: a run would take seconds, so the runtime only loaded it. `unchecked`: the model is too
 * large for the runtime's memory.
 */
type Check = 'ran' | 'loaded' | 'unchecked';

const mostToRun = 4e9;
const mostToLoad = 2 ** 30;

function checkFor(state: StateAnalysis, { size }: OnnxFile): Check {
  if (size > mostToLoad) return 'unchecked';
  const { value } = costOf(state).total.macs;
  return value > mostToRun ? 'loaded' : 'ran';
}

interface Checker {
  /** The runtime's error; undefined if the model runs and gives outputs of the declared sizes. */
  readonly failure: (model: Uint8Array<ArrayBuffer>) => Promise<string | undefined>;
  readonly cancel: () => void;
}

function checkerOf(file: OnnxFile, check: Check, io: Io): Checker {
  if (check === 'unchecked') return { failure: () => Promise.resolve(undefined), cancel: () => undefined };
  let hand: (model: Uint8Array<ArrayBuffer>) => void = () => undefined;
  const model = new Promise<Uint8Array<ArrayBuffer>>((resolve) => (hand = resolve));
  const running = io.start(
    model.then((bytes) => ({
      plan: checkingPlan(bytes, file, check === 'loaded'),
      given: new Map(),
      wasm: undefined,
      transfer: [bytes.buffer],
    })),
  );
  return {
    failure: async (bytes) => {
      hand(bytes);
      try {
        for await (const event of running.events) {
          if (event.kind !== 'layer' || check === 'loaded') continue;
          const wrong = event.layer.tops.find((top, i) => top.shape.length !== file.outputs[i]?.shape.length);
          if (wrong) return `${wrong.blob} ${wrong.shape.join('×')}`;
        }
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    cancel: running.cancel,
  };
}

function refuse(io: Io, sentence: keyof Io['language']['cli'], args: Parameters<typeof fillIn>[1] = {}): number {
  io.complain(fillIn(io.language.cli[sentence], args));
  return exitUsage;
}
