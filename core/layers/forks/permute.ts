/** Reorders the axes: those of `order`, then the rest in their order (permute_layer.cpp of SSD). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { entriesOf, nums } from '../../schema/message';
import { atEntry } from '../shared/at';
import { noMacs } from '../shared/macs';
import { moved } from '../shared/windows';
import { made } from './results';
import { transpose } from '../../graph/operators';

export const permute: LayerRule = {
  type: 'Permute',
  summary: 'Reorders the axes: those of `order` first, then the others in their old order.',
  param: 'permute_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: moved,
  onnx({ layer, param, bottoms: [x] }) {
    if (!x) return 'unknown';
    // In place, set-up and Reshape permute the blob's shape twice.
    if (layer.tops[0]?.inPlaceOf === 0) return 'spoilt';
    const order = nums(param, 'order');
    return [transpose(x, [...order, ...x.shape.map((_, axis) => axis).filter((axis) => !order.includes(axis))])];
  },
  setUp(input) {
    const {
      param,
      bottoms: [data = null],
    } = input;
    const order = nums(param, 'order');
    if (data === null) return made(input, [null], []);
    const rest = data.map((_, axis) => axis).filter((axis) => !order.includes(axis));
    const permuted = (shape: readonly Dim[]): readonly Dim[] => [...order, ...rest].map((axis) => shape[axis] ?? null);
    // Set-up reshapes the top, and Reshape does again from the bottom: in place, the bottom is already permuted then.
    const top = input.layer.tops[0]?.inPlaceOf === 0 ? permuted(permuted(data)) : permuted(data);
    return made(input, [top], orderProblems(input, data.length));
  },
};

function orderProblems({ param }: SetUpInput, axes: number): readonly Problem[] {
  const seen = new Set<unknown>();
  return entriesOf(param, 'order').flatMap((entry) => {
    const wrong = Number(entry.value) >= axes || seen.has(entry.value);
    seen.add(entry.value);
    return wrong ? [atEntry(entry, 'fork/order', { axes, found: Number(entry.value) })] : [];
  });
}
