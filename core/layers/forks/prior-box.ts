/**
 * Default boxes for each place of a map: top (1, 2, H·W·P·4), places and variances. P = min_sizes · ratios + max_sizes, where
 * the ratios are 1 and each `aspect_ratio` that is not there yet, with its inverse if `flip` (prior_box_layer.cpp of SSD). Only the
 * ratio itself is looked up, within 1e-6. The number of bottoms is never checked, as the override is misspelt.
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import { formatShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, entriesOf, has, num, nums, placeOf, type Message } from '../../schema/message';
import { atBottom, atEntry } from '../at';
import { times } from '../geometry';
import { legacyDim, legacyProblems } from '../legacy';
import { noMacs } from '../macs';
import { blind } from '../windows';
import { above, ifWritten } from './fields';
import { made } from './results';

export const priorBox: LayerRule = {
  type: 'PriorBox',
  summary:
    'Default boxes for each place of a map. Bottoms: the map, and the image. Top: (1, 2, H·W·P·4), P boxes a place: `min_size`s times ratios, and `max_size`s.',
  param: 'prior_box_param',
  arity: { bottoms: { min: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: blind,
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data],
    } = input;
    const values = times(times(legacyDim(data, 'height'), legacyDim(data, 'width')), priors(param) * 4);
    const problems = [...fieldProblems(input), ...legacyProblems(input, [0])];
    if (problems.length === 0 && values === 0)
      problems.push(atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data ?? null) }));
    return made(input, [[1, 2, values]], problems);
  },
};

function priors(param: Message): number {
  return ratios(param).length * nums(param, 'min_size').length + nums(param, 'max_size').length;
}

function ratios(param: Message): readonly number[] {
  const found = [1];
  for (const ratio of nums(param, 'aspect_ratio')) {
    if (found.some((known) => Math.abs(Math.fround(ratio - known)) < 1e-6)) continue;
    found.push(ratio);
    if (bool(param, 'flip')) found.push(Math.fround(1 / ratio));
  }
  return found;
}

function fieldProblems(input: SetUpInput): readonly Problem[] {
  const { layer, param } = input;
  const mins = entriesOf(param, 'min_size');
  const maxes = entriesOf(param, 'max_size');
  const problems: Problem[] = [];
  if (mins.length === 0)
    problems.push({ code: 'fork/field-missing', span: param.span, args: { type: layer.type, name: 'min_size' } });
  for (const entry of mins) {
    if (!(Number(entry.value) > 0))
      problems.push(
        atEntry(entry, 'fork/field-bound', { name: 'min_size', relation: '>', bound: 0, found: Number(entry.value) }),
      );
  }
  if (maxes.length > 0 && maxes.length !== mins.length) {
    problems.push({
      code: 'fork/field-count',
      span: placeOf(param, 'max_size'),
      args: { name: 'max_size', expected: mins.length, found: maxes.length },
    });
  } else {
    maxes.forEach((entry, i) => {
      const bound = Number(mins[i]?.value);
      if (!(Number(entry.value) > bound))
        problems.push(
          atEntry(entry, 'fork/field-bound', { name: 'max_size', relation: '>', bound, found: Number(entry.value) }),
        );
    });
  }
  return [
    ...problems,
    ...varianceProblems(param),
    ...sizeProblems(input, 'img_size', 'img'),
    ...sizeProblems(input, 'step', 'step'),
  ];
}

function varianceProblems(param: Message): readonly Problem[] {
  const values = entriesOf(param, 'variance');
  if (values.length > 1 && values.length !== 4) {
    return [
      {
        code: 'fork/field-count',
        span: placeOf(param, 'variance'),
        args: { name: 'variance', expected: 4, found: values.length },
      },
    ];
  }
  return values.flatMap((entry) =>
    Number(entry.value) > 0
      ? []
      : [atEntry(entry, 'fork/field-bound', { name: 'variance', relation: '>', bound: 0, found: Number(entry.value) })],
  );
}

/** One field for both sides, or one a side. */
function sizeProblems(input: SetUpInput, both: string, own: string): readonly Problem[] {
  const { param } = input;
  const sides = [`${own}_h`, `${own}_w`];
  const written = sides.find((side) => has(param, side));
  if (written === undefined) return ifWritten(input, both, (each) => above(each, both, 0));
  if (has(param, both))
    return [{ code: 'fork/fields-exclude', span: placeOf(param, both), args: { name: both, other: written } }];
  return sides.flatMap((side) => (num(param, side) > 0 ? [] : above(input, side, 0)));
}
