/** Writes weights to a file, drawing them while writing. */
import type { NetState } from '#core/net/model';
import type { Analysis } from '#core/analysis/analysis';
import { isError, placeless, type ArgumentsOf, type Code, type Problem } from '#core/problems/index';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { drawBlobs } from '#core/weights/draw';
import { exportWeights, whyNotWritable, type Export } from '#core/weight-files/write-weights';
import type { WeightFile } from '#core/weight-files/write-npz';
import { drawPlan } from '#core/weights/plan';
import type { Sink } from '#project/files';
import { codeOf, reasonOf } from '#project/reason';
import { nameOf } from '#project/uris';
import type { ExportAnswer, ExportParams } from '#protocol/requests';
import type { Runtime } from '../runtime';

type Failed = Extract<ExportAnswer, { kind: 'problem' }>;

export interface Writing {
  readonly progress: (share: number) => void;
  readonly isCancelled: () => boolean;
  readonly language: Language;
}

/** Why no weights of a document can be exported, in words; undefined if they can. Draws nothing. */
export function whyNotExportable(
  analysis: Analysis,
  state: NetState | undefined,
  uri: string,
  language: Language,
): string | undefined {
  if (!state) return say(language.cli, 'weights/not-a-net', { path: nameOf(uri) });
  const inState = analysis.state(state);
  const found = refused(analysis, state)?.problem ?? whyNotWritable(inState, drawBlobs(drawPlan(inState), 0));
  return found && messageOf(found, language);
}

/** A net whose text Caffe can't read has no weights. */
function refused(analysis: Analysis, { phase }: NetState): Extract<Export, { kind: 'problem' }> | undefined {
  if (!analysis.textProblems.some(isError)) return undefined;
  return { kind: 'problem', problem: placeless('weights/net-rejected', { state: phase }) };
}

/** `netSeed` is used if the request names no seed. */
export async function exportTo(
  analysis: Analysis,
  state: NetState,
  asked: ExportParams,
  netSeed: number,
  runtime: Runtime,
  writing: Writing,
): Promise<ExportAnswer> {
  const inState = analysis.state(state);
  const { format, layer, blob = 0, seed = netSeed, to } = asked;
  const result =
    refused(analysis, state) ??
    exportWeights(inState, drawBlobs(drawPlan(inState), seed, runtime.engine()), { format, layer, blob });
  if (result.kind === 'problem') return inWords(result.problem, writing.language);
  const { file, blobs, values, unsure } = result;
  const failed = await writeWeights(file, to, runtime, writing);
  return (
    failed ?? { kind: 'written', blobs, values, size: file.size, seed, ...(unsure === undefined ? {} : { unsure }) }
  );
}

/** Chunks between two yields to other requests: about ten milliseconds of work. */
const chunksAtOnce = 16;

/** Undefined if the whole file was written. */
export async function writeWeights(
  { size, chunks }: WeightFile,
  uri: string,
  { files, timer }: Runtime,
  { progress, isCancelled, language }: Writing,
): Promise<Exclude<ExportAnswer, { kind: 'written' }> | undefined> {
  const { largestFile: limit } = files;
  if (limit !== undefined && size > limit) return problem('weights/too-large-for-host', { size, limit }, language);
  let sink: Sink | undefined;
  try {
    sink = await files.create(uri, size, 'replace');
    let written = 0;
    let turn = 0;
    for await (const chunk of chunks()) {
      await sink.write(chunk);
      written += chunk.length;
      if (++turn % chunksAtOnce !== 0) continue;
      progress(written / size);
      await new Promise<void>((resolve) => timer.after(0, resolve));
      if (!isCancelled()) continue;
      await sink.abandon();
      return { kind: 'cancelled' };
    }
    await sink.commit();
    return undefined;
  } catch (error) {
    await sink?.abandon().catch(() => undefined);
    if (codeOf(error) === 'EEXIST') return problem('weights/file-exists', { path: nameOf(uri) }, language);
    return problem('weights/not-written', { path: nameOf(uri), reason: reasonOf(error, language) }, language);
  }
}

function problem<C extends Code>(code: C, args: ArgumentsOf<C>, language: Language): Failed {
  return inWords(placeless(code, args), language);
}

function inWords(found: Problem, language: Language): Failed {
  return { kind: 'problem', message: messageOf(found, language) };
}
