/**
 * A net as an ONNX file: complete and checked, or not written at all. The caller provides the files and reports the result.
 */
import type { Analysis } from '#core/analysis/analysis';
import { costOf } from '#core/cost/cost';
import type { StateAnalysis } from '#core/infer/types';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import { checkingPlan } from '#core/onnx/checking';
import { exportOnnx, type MissingLayer, type OnnxFile, type OnnxRequest } from '#core/onnx/export';
import { symbolicBatches } from '#core/onnx/symbolic';
import { varied } from '#core/onnx/variation';
import { placeless, type Problem } from '#core/problems/index';
import type { Engine } from '#core/random/engine';
import type { ReadRange } from '#core/weight-files/binary-fields';
import { readModel } from '#core/weight-files/read-caffemodel';
import { pairingProblems } from '#core/weight-files/pairing-problems';
import { trained } from '#core/weight-files/trained';
import type { Files, Sink } from '#project/files';
import { codeOf, reasonOf } from '#project/reason';
import type { RunRequest } from './messages';
import type { Running } from './start';

export interface OnnxAsked extends Pick<OnnxRequest, 'opset' | 'from' | 'to' | 'seed'> {
  readonly state: NetState;
  /** Undefined for as many items as the file says. */
  readonly batch: number | 'symbolic' | undefined;
  /** The `.caffemodel` that the weights come from; undefined where they are drawn. */
  readonly model: NamedFile | undefined;
}

interface NamedFile {
  /** As it is shown. */
  readonly name: string;
  readonly uri: string;
}

export interface OnnxHost {
  readonly files: Pick<Files, 'readRange' | 'stat'>;
  readonly engine: () => Engine;
  readonly start: (request: RunRequest | Promise<RunRequest>) => Running;
  /** The file that is made, of so many bytes, by its name as it is shown. */
  readonly out: { readonly name: string; readonly create: (size: number) => Promise<Sink> };
  /** The most bytes of a file that can be made; undefined where the disk is the limit. */
  readonly largestFile: number | undefined;
  readonly language: Language;
  /** Called every few chunks with the share of the file that is written; no more is done until it resolves. */
  readonly pause?: (share: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** `loaded`: the runtime has set the model up, without its weights; running it would take long, or too much memory. */
export type OnnxCheck = 'ran' | 'loaded';

export type OnnxOutcome =
  | {
      readonly kind: 'written';
      readonly file: Pick<OnnxFile, 'layers' | 'size' | 'inputs' | 'outputs'>;
      readonly check: OnnxCheck;
      /** Names of layers that the model lacks, which start from their fillers. */
      readonly drawn: readonly string[];
    }
  /** Layers that have no operators: nothing is written. */
  | { readonly kind: 'missing'; readonly layers: readonly MissingLayer[] }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The runtime does not take the file, in its own words; it is not kept. */
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'cancelled' };

export async function writeOnnx(analysis: Analysis, asked: OnnxAsked, host: OnnxHost): Promise<OnnxOutcome> {
  const { batch } = asked;
  const state = atBatch(analysis, asked.state, batch === 'symbolic' ? symbolicBatches[0] : batch);
  const twin = batch === 'symbolic' ? atBatch(analysis, asked.state, symbolicBatches[1]) : undefined;
  const weights = await weightsFrom(asked.model, state, host);
  if ('problem' in weights) return { kind: 'problem', problem: weights.problem };
  const result = exportOnnx(state, twin, { ...asked, ...weights }, host.engine());
  if (result.kind !== 'file') return result;
  const { file } = result;
  const { largestFile: limit } = host;
  if (limit !== undefined && file.size > limit)
    return problem(placeless('weights/too-large-for-host', { size: file.size, limit }));
  const check = checkFor(state, file);
  const failed = await write(file, check, host);
  return failed ?? { kind: 'written', file, check, drawn: weights.absent };
}

function atBatch(analysis: Analysis, asked: NetState, batch: number | undefined): StateAnalysis {
  const state = analysis.state(asked);
  return analysis.world ? varied(state, analysis.dialect, analysis.world, { batch }) : state;
}

interface Weights extends Pick<OnnxRequest, 'trained' | 'read'> {
  readonly absent: readonly string[];
}

async function weightsFrom(
  model: NamedFile | undefined,
  state: StateAnalysis,
  { files, language }: OnnxHost,
): Promise<Weights | { readonly problem: Problem }> {
  const { name: path = '', uri = '' } = model ?? {};
  const read: ReadRange = (start, end) => files.readRange(uri, start, end);
  if (!model) return { trained: new Map(), read, absent: [] };
  try {
    const found = await readModel(path, (await files.stat(uri)).size, read);
    if (found.kind === 'problem') return found;
    const [misfit] = pairingProblems([state], found, path);
    if (misfit) return { problem: misfit };
    const { blobs, absent } = trained(state, found);
    return { trained: blobs, read, absent };
  } catch (error) {
    return { problem: placeless('weights/model-unreadable', { path, reason: reasonOf(error, language) }) };
  }
}

/** Chunks between two pauses: some ten milliseconds of work. */
const chunksAtOnce = 16;

/** Under another name until it is checked; meanwhile the runtime gets ready, or loads the model. Undefined where the file is there in the end. */
async function write(file: OnnxFile, check: OnnxCheck, host: OnnxHost): Promise<OnnxOutcome | undefined> {
  const { out, pause, signal, language } = host;
  const checker = checkerOf(file, check, host.start);
  const stop = (): void => checker.cancel();
  signal?.addEventListener('abort', stop);
  let sink: Sink | undefined;
  try {
    sink = await out.create(file.size);
    let written = 0;
    let turn = 0;
    for await (const chunk of file.chunks(checker.weights)) {
      await sink.write(chunk);
      written += chunk.length;
      if (++turn % chunksAtOnce === 0) await pause?.(written / file.size);
      if (signal?.aborted) break;
    }
    const broken = signal?.aborted ? undefined : await checker.failure();
    const failed: OnnxOutcome | undefined = signal?.aborted
      ? { kind: 'cancelled' }
      : broken === undefined
        ? undefined
        : { kind: 'broken', reason: broken };
    await (failed ? sink.abandon() : sink.commit());
    return failed;
  } catch (error) {
    await sink?.abandon().catch(() => undefined);
    if (codeOf(error) === 'EEXIST') return problem(placeless('weights/file-exists', { path: out.name }));
    return problem(placeless('weights/not-written', { path: out.name, reason: reasonOf(error, language) }));
  } finally {
    stop();
    signal?.removeEventListener('abort', stop);
  }
}

/** In multiply-accumulates: a second or so. */
const mostToRun = 4e9;
/** In bytes: weights are in memory twice, here and in the runtime. */
const mostBytes = 2 ** 30;

function checkFor(state: StateAnalysis, { size }: OnnxFile): OnnxCheck {
  return size > mostBytes || costOf(state).total.macs.value > mostToRun ? 'loaded' : 'ran';
}

interface Checker {
  /** Where the weights are to be kept until the model is handed over; undefined where they are not needed. */
  readonly weights: Uint8Array | undefined;
  /** What the runtime says of the model; undefined where it runs, and gives outputs of the sizes that it promises. */
  readonly failure: () => Promise<string | undefined>;
  readonly cancel: () => void;
}

function checkerOf(file: OnnxFile, check: OnnxCheck, start: OnnxHost['start']): Checker {
  const weights = check === 'ran' ? new Uint8Array(file.bare.size) : undefined;
  let hand: () => void = () => undefined;
  const whole = weights ? new Promise<void>((resolve) => (hand = resolve)) : Promise.resolve();
  const running = start(
    whole.then(() => ({
      plan: checkingPlan(file, weights),
      given: new Map(),
      transfer: weights ? [weights.buffer] : [],
    })),
  );
  const failure = async (): Promise<string | undefined> => {
    hand();
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
  };
  return { weights, failure, cancel: running.cancel };
}

function problem(found: Problem): OnnxOutcome {
  return { kind: 'problem', problem: found };
}
