import { costOf, type LayerCost, type NetCost } from '#core/cost/cost';
import { bytes, fieldSize, fieldStart, fieldStride, thousands } from '#core/cost/format';
import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';

/** The layer's cost and receptive field, a line each; empty if nothing other than 0 is known. */
export function costLines(state: StateAnalysis, inferred: InferredLayer, { costs: sentences }: Language): string {
  const net = costOf(state);
  const cost = net.layers.find((each) => each.inferred === inferred);
  if (!cost) return '';
  const counts = countLines(cost, net, sentences);
  return [counts.join(' · '), fieldLine(cost, sentences)].filter((line) => line !== '').join('  \n');
}

function countLines(
  { params, ownParams, macs, memory }: LayerCost,
  { total }: NetCost,
  sentences: Language['costs'],
): readonly string[] {
  const lines: string[] = [];
  const add = (name: 'params' | 'macs', value: number, share: number): void => {
    const whole = total[name];
    const ofAll = whole.kind === 'exact' && whole.value > 0;
    const sentence = ofAll ? (`${name}OfAll` as const) : name;
    lines.push(say(sentences, sentence, { count: thousands(value), percent: percent(share / whole.value) }));
  };
  if (params) add('params', params, ownParams ?? 0);
  if (macs) add('macs', macs, macs);
  if (memory) lines.push(say(sentences, 'memory', { size: bytes(memory) }));
  return lines;
}

function fieldLine({ fields: [field = null] }: LayerCost, sentences: Language['costs']): string {
  if (field === null || field.length === 0 || field.every(({ size, jump }) => size === 1 && jump === 1)) return '';
  const stride = fieldStride(field);
  return say(sentences, stride === '' ? 'field' : 'fieldStride', {
    size: fieldSize(field),
    stride,
    start: fieldStart(field),
  });
}

/** Two significant digits, or whole percents from 9.5 % on. */
function percent(share: number): string {
  return share >= 0.095 ? String(Math.round(100 * share)) : String(Number((100 * share).toPrecision(2)));
}
