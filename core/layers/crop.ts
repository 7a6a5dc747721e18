/**
 * Crops the axes of bottom 0 from `axis` on to their size in bottom 1, starting at `offset`: none, one for all axes, or
 * one per axis. Offsets are unsigned in the text and signed in the computation, so a huge one counts as negative and is
 * accepted: crop_layer.cpp.
 */
import type { CostInput, Window } from '../net/cost';
import type { LayerRule, SetUpInput } from '../net/rules';
import { formatShape } from '../net/shape';
import type { Problem } from '../problems';
import { entriesOf } from '../schema/message';
import { atBottom, atEntry } from './shared/at';
import { axisOf, int32 } from './shared/geometry';
import { noMacs } from './shared/macs';
import { frontAxis } from './shared/windows';
import { croppedMoments } from '../moments/reshaped';
import { slice as cut } from '../graph/operators';
import { axesFrom, axisFrom } from './shared/lowered';

export const crop: LayerRule = {
  type: 'Crop',
  summary:
    'Crops the first bottom to the size of the second, along all axes from `axis` (2 by default) on, starting at `offset`. ' +
    'Top: the first bottom before that axis, the second from that axis on.',
  param: 'crop_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  readsTopShape: true,
  window,
  onnx: ({ param, bottoms: [x], tops: [top = []] }) => {
    if (!x) return 'unknown';
    const offsets = entriesOf(param, 'offset').map(({ value }) => int32(Number(value)));
    const axes = axesFrom(x.shape, axisFrom(param, 'axis', x));
    const starts = axes.map((_, i) => offsets[offsets.length === 1 ? 0 : i] ?? 0);
    const ends = axes.map((axis, i) => (starts[i] ?? 0) + (top[axis] ?? 0));
    return [cut(x, axes, starts, ends)];
  },
  setUp(input) {
    const { layer, param, bottoms } = input;
    const [data = null, size = null] = bottoms;
    const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
    if (data === null || axis === null) return { tops: [null], params: [], problems };
    const found = [...offsetCount(input, data.length - axis), ...sizeProblems(input, axis)];
    if (found.length > 0) return { tops: [null], params: [], problems: found };
    const top = data.map((dim, i) => (i < axis ? dim : (size?.[i] ?? null)));
    return { tops: [top], params: [], problems: [] };
  },
  moments: ({ bottoms: [bottom = null], bottomShapes: [shape = null], topShapes: [top = null] }) =>
    bottom && croppedMoments(bottom, shape, top),
};

/** Only the size of the second bottom is used. */
function window(input: CostInput): Window | null {
  const {
    param,
    bottoms: [data = null],
  } = input;
  const first = frontAxis(param, 'axis', input);
  if (data === null || first === null) return null;
  const offsets = entriesOf(param, 'offset').map(({ value }) => int32(Number(value)));
  const axes = data
    .slice(first)
    .map((_, i) => ({ axis: first + i, step: 1, first: offsets[offsets.length === 1 ? 0 : i] ?? 0, extent: 1 }));
  return { kind: 'slide', axes, bottoms: 1 };
}

function offsetCount({ param }: SetUpInput, expected: number): readonly Problem[] {
  const offsets = entriesOf(param, 'offset');
  const odd = offsets[Math.min(expected, offsets.length - 1)];
  if (offsets.length <= 1 || offsets.length === expected || !odd) return [];
  return [atEntry(odd, 'layer/crop-offset-count', { found: offsets.length, expected })];
}

function sizeProblems(
  { layer, param, bottoms: [data = null, size = null] }: SetUpInput,
  axis: number,
): readonly Problem[] {
  if (data === null || size === null) return [];
  if (size.length < data.length) {
    return [atBottom(layer, 1, 'layer/crop-axes', { expected: data.length, shape: formatShape(size) })];
  }
  const offsets = entriesOf(param, 'offset');
  if (offsets.length > 1 && offsets.length !== data.length - axis) return [];
  const problems: Problem[] = [];
  for (let i = axis; i < data.length; i++) {
    const entry = offsets.length === 1 ? offsets[0] : offsets[i - axis];
    const dim = data[i] ?? null;
    const wanted = size[i] ?? null;
    const offset = entry ? int32(Number(entry.value)) : 0;
    if (dim === null || wanted === null || int32(dim - offset) >= wanted) continue;
    const args = { axis: i, dim, size: wanted, offset };
    const code = 'layer/crop-out-of-bounds';
    problems.push(entry ? atEntry(entry, code, args) : atBottom(layer, 1, code, args));
    // With one offset for all axes, or none, one problem is enough.
    if (offsets.length <= 1) break;
  }
  return problems;
}
