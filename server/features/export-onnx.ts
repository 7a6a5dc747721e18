/** A net to an ONNX file, in words and as the editor asks for it. */
import type { NetState } from '#core/net/model';
import { say, type Language } from '#core/messages/language';
import { shown } from '#core/messages/shown';
import { messageOf } from '#core/messages/render';
import { opsets } from '#core/onnx/opsets';
import { seedFor } from '#project/seed';
import type { Surroundings } from '#project/surroundings';
import { nameOf } from '#project/uris';
import type { OnnxAnswer, OnnxChoicesAnswer, OnnxParams } from '#protocol/requests';
import { writeOnnx, type OnnxOutcome } from '#run/onnx-file';
import type { Place } from '../context';
import type { Runtime } from '../runtime';
import { rejectionOf } from './run-net';

export function onnxChoices({ model, solver }: Surroundings): OnnxChoicesAnswer {
  return {
    model: model?.uri !== undefined && model.model.kind === 'model' ? model.name : null,
    seed: seedFor({ solver }).value,
    opsets,
  };
}

interface Watch {
  readonly progress: (share: number) => void;
  readonly signal: AbortSignal;
  readonly language: Language;
}

export async function exportOnnx(
  { analysis }: Place,
  state: NetState,
  { uri, to, weights, opset, batch }: OnnxParams,
  around: Surroundings,
  { files, engine, start, timer }: Runtime,
  { progress, signal, language }: Watch,
): Promise<OnnxAnswer> {
  const message = rejectionOf(nameOf(uri), analysis, state, language);
  if (message !== undefined) return { kind: 'problem', message };
  const { model } = around;
  const outcome = await writeOnnx(
    analysis,
    {
      state,
      batch: batch ?? undefined,
      opset,
      from: [],
      to: [],
      seed: seedFor(around).value,
      model: weights === 'model' && model?.uri !== undefined ? { name: model.name, uri: model.uri } : undefined,
    },
    {
      files,
      engine,
      start,
      out: { name: nameOf(to), create: (size) => files.create(to, size, 'replace') },
      largestFile: files.largestFile,
      language,
      pause: (share) => {
        progress(share);
        return new Promise((resolve) => timer.after(0, resolve));
      },
      signal,
    },
  );
  return answerOf(outcome, language);
}

function answerOf(outcome: OnnxOutcome, language: Language): OnnxAnswer {
  switch (outcome.kind) {
    case 'written': {
      const { file, check, drawn } = outcome;
      return { kind: 'written', layers: file.layers, size: file.size, drawn, check };
    }
    case 'missing':
      return {
        kind: 'missing',
        layers: outcome.layers.map(
          ({ layer, type, reason }) =>
            `${shown(layer)} (${shown(type)}): ${say(language.lowering, reason, { layer, type })}`,
        ),
      };
    case 'problem':
      return { kind: 'problem', message: messageOf(outcome.problem, language) };
    case 'broken':
      return { kind: 'problem', message: say(language.running, 'broken', { reason: outcome.reason }) };
    case 'cancelled':
      return outcome;
  }
}
