import { imageBatch } from '#core/cost/batch';
import { costOf, type LayerCost, type NetCost } from '#core/cost/cost';
import { bytes, fieldSize, fieldStride, large, largeMacs } from '#core/cost/format';
import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import type { Dim } from '#core/net/shape';

/**
 * The layer's cost and receptive field in one line, and its shares of the net and its memory in another; without those that
 * are unknown or 0.
 */
export function costLines(state: StateAnalysis, inferred: InferredLayer, { costs: sentences }: Language): string {
  const net = costOf(state);
  const cost = net.layers.find((each) => each.inferred === inferred);
  if (!cost) return '';
  const lines = [own(cost, batchOf(state), sentences), shares(cost, net, sentences)];
  return lines
    .filter((line) => line.length > 0)
    .map((parts) => parts.join(' · '))
    .join('  \n');
}

function own(
  { params, macs, fields }: LayerCost,
  batch: number | undefined,
  sentences: Language['costs'],
): readonly string[] {
  const parts: string[] = [];
  if (params) parts.push(say(sentences, 'params', { count: large(params) }));
  if (macs) {
    const count = largeMacs(macs);
    parts.push(batch === undefined ? count : say(sentences, 'macsOfBatch', { macs: count, batch }));
  }
  return [...parts, ...receptiveField(fields[0] ?? null, sentences)];
}

function receptiveField(field: LayerCost['fields'][number], sentences: Language['costs']): readonly string[] {
  if (field === null || field.length === 0 || field.every(({ size, jump }) => size === 1 && jump === 1)) return [];
  const stride = fieldStride(field);
  return [say(sentences, stride === '' ? 'field' : 'fieldStride', { size: fieldSize(field), stride })];
}

function shares(
  { ownParams, macs, memory }: LayerCost,
  { total }: NetCost,
  sentences: Language['costs'],
): readonly string[] {
  const parts: string[] = [];
  const add = (name: 'params' | 'macs', value: Dim | undefined): void => {
    const whole = total[name];
    // The whole net's cost as one layer's share is no news.
    if (!value || whole.kind !== 'exact' || whole.value === value) return;
    parts.push(say(sentences, `${name}OfAll`, { percent: percent(value / whole.value) }));
  };
  add('params', ownParams);
  add('macs', macs);
  if (memory) parts.push(say(sentences, 'memory', { size: bytes(memory) }));
  return parts;
}

function batchOf({ layers }: StateAnalysis): number | undefined {
  return imageBatch(layers.flatMap(({ layer, tops }) => (layer.bottoms.length === 0 ? tops : [])));
}

/** Two significant digits, or whole percents from 9.5 % on. */
function percent(share: number): string {
  return share >= 0.095 ? String(Math.round(100 * share)) : String(Number((100 * share).toPrecision(2)));
}
