/** The net to measure: the largest public one if available, else a generated one of similar size. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { residualNet } from './net-generator';

export interface BenchNet {
  readonly name: string;
  readonly text: string;
}

export function benchNet(): BenchNet {
  const path = resolve('../shared/corpus/files/soeaver__caffe-model/cls/resnet-v2/deploy_resnet269-v2.prototxt');
  if (existsSync(path)) return { name: 'deploy_resnet269-v2.prototxt', text: readFileSync(path, 'utf8') };
  return { name: 'generated', text: residualNet(92) };
}

/** The net with one number in the middle changed, a different one in each turn, so that no text occurs twice. */
export function edited(
  { text }: BenchNet,
  turn: number,
): { readonly text: string; readonly offset: number; readonly length: number; readonly insert: string } {
  const field = 'num_output: ';
  const offset = text.indexOf(field, text.length >> 1) + field.length;
  const length = /^\d+/.exec(text.slice(offset, offset + 12))?.[0].length ?? 0;
  const insert = String(64 + (turn % 1000));
  return { text: text.slice(0, offset) + insert + text.slice(offset + length), offset, length, insert };
}
