/**
 * Default boxes for each position of a feature map: top (1, 2, H·W·P·4), boxes and variances. P = min_sizes · ratios +
 * max_sizes, where the ratios are 1 and each new `aspect_ratio`, with its inverse if `flip` (prior_box_layer.cpp of
 * SSD). Only the ratio itself is compared with earlier ones, within 1e-6, not its inverse. The number of bottoms is
 * never checked, as the name of the overriding method is misspelt.
 */
import type { LayerRule, SetUpInput, SetUpResult } from '../../net/rules';
import { formatShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, entriesOf, has, num, nums, placeOf, type Message } from '../../schema/message';
import { atBottom, atEntry } from '../shared/at';
import { times } from '../shared/geometry';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { blind } from '../shared/windows';
import { above, ifWritten } from './fields';
import { made } from './results';
import { withoutNodes } from './without-nodes';
import { floats } from '../../graph/operators';

export const priorBox: LayerRule = {
  type: 'PriorBox',
  summary:
    'Default boxes for each position of a map. Bottoms: the map, and the image. Top: (1, 2, H·W·P·4), with P boxes per position: `min_size`s times ratios, and `max_size`s.',
  param: 'prior_box_param',
  arity: { bottoms: { min: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: blind,
  onnx: ({ param, bottoms: [data, image], tops: [top = []] }) => {
    const image_ = imageOf(param, image?.shape ?? []);
    if (!data || !image_) return 'unknown';
    const [height = 1, width = 1] = [data.shape[2], data.shape[3]];
    const boxes = boxesOf(param, [height, width], image_);
    const variances = nums(param, 'variance').length > 0 ? nums(param, 'variance') : [0.1];
    const spread = boxes.map((_, i) => variances[i % variances.length] ?? 0);
    return [floats(Float32Array.from([...boxes, ...spread]), top)];
  },
  setUp: (input) => setUp(input, priors(input.param)),
};

/** That of FaceBoxes: 21 boxes per position where there are three sizes, whatever the ratios (sfzhang15/FaceBoxes). */
export const priorBoxDense: LayerRule = {
  ...withoutNodes(priorBox),
  setUp(input) {
    const { param } = input;
    const isDense = nums(param, 'min_size').length === 3;
    return setUp(input, isDense ? 21 + nums(param, 'max_size').length : priors(param));
  },
};

/** That of TextBoxes: each box twice, the second one half a step lower; a single `min_size` (MhLiao/TextBoxes). */
export const priorBoxDoubled: LayerRule = {
  ...withoutNodes(priorBox),
  setUp(input) {
    const { param } = input;
    const found = nums(param, 'min_size').length;
    if (found <= 1) return setUp(input, 2 * priors(param));
    const args = { name: 'min_size', expected: 1, found };
    return made(input, [null], [{ code: 'fork/field-count', span: placeOf(param, 'min_size'), args }]);
  },
};

function setUp(input: SetUpInput, boxes: number): SetUpResult {
  const {
    layer,
    bottoms: [data],
  } = input;
  const values = times(times(legacyDim(data, 'height'), legacyDim(data, 'width')), boxes * 4);
  const problems = [...fieldProblems(input), ...legacyProblems(input, [0])];
  if (problems.length === 0 && values === 0)
    problems.push(atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data ?? null) }));
  return made(input, [[1, 2, values]], problems);
}

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

/** One field for both sides, or one per side. */
function sizeProblems(input: SetUpInput, both: string, own: string): readonly Problem[] {
  const { param } = input;
  const sides = [`${own}_h`, `${own}_w`];
  const written = sides.find((side) => has(param, side));
  if (written === undefined) return ifWritten(input, both, (each) => above(each, both, 0));
  if (has(param, both))
    return [{ code: 'fork/fields-exclude', span: placeOf(param, both), args: { name: both, other: written } }];
  return sides.flatMap((side) => (num(param, side) > 0 ? [] : above(input, side, 0)));
}

type Size = readonly [height: number, width: number];

/** The written size, else that of the second bottom. */
function imageOf(param: Message, image: readonly number[]): Size | undefined {
  const written: Size = has(param, 'img_size')
    ? [num(param, 'img_size'), num(param, 'img_size')]
    : [num(param, 'img_h'), num(param, 'img_w')];
  if (written[0] !== 0 && written[1] !== 0) return written;
  const [, , height = 0, width = 0] = image;
  return height > 0 && width > 0 ? [height, width] : undefined;
}

/** Corners of all boxes as fractions of the image, position by position; sizes are whole pixels. */
function boxesOf(param: Message, [height, width]: Size, [imageHeight, imageWidth]: Size): readonly number[] {
  const { fround } = Math;
  const one = has(param, 'step') ? num(param, 'step') : 0;
  const [down, right] = [
    has(param, 'step_h') ? num(param, 'step_h') : one,
    has(param, 'step_w') ? num(param, 'step_w') : one,
  ];
  const isGiven = down !== 0 && right !== 0;
  const [stepDown, stepRight] = isGiven ? [down, right] : [fround(imageHeight / height), fround(imageWidth / width)];
  const offset = num(param, 'offset');
  const sizes = sizesOf(param);
  const clip = bool(param, 'clip') ? (value: number): number => Math.min(Math.max(value, 0), 1) : fround;
  const boxes: number[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const [x, y] = [fround((column + offset) * stepRight), fround((row + offset) * stepDown)];
      for (const [boxHeight, boxWidth] of sizes)
        boxes.push(
          clip((x - boxWidth / 2) / imageWidth),
          clip((y - boxHeight / 2) / imageHeight),
          clip((x + boxWidth / 2) / imageWidth),
          clip((y + boxHeight / 2) / imageHeight),
        );
    }
  return boxes;
}

/**
 * For each min_size: the size itself, its geometric mean with max_size, then the ratios, which are applied to that mean
 * (to min_size where there is no max_size).
 */
function sizesOf(param: Message): readonly Size[] {
  const { fround, sqrt, trunc } = Math;
  const maxima = nums(param, 'max_size');
  return nums(param, 'min_size').flatMap((written, i): readonly Size[] => {
    const least = trunc(written);
    const most = maxima[i];
    const mean = most === undefined ? undefined : fround(sqrt(least * trunc(most)));
    const base = mean ?? least;
    const others = ratios(param).filter((ratio) => Math.abs(ratio - 1) >= 1e-6);
    return [
      [least, least],
      ...(mean === undefined ? [] : [[mean, mean] as const]),
      ...others.map((ratio): Size => [fround(base / fround(sqrt(ratio))), fround(base * fround(sqrt(ratio)))]),
    ];
  });
}
