/** Layers for facial action units (ZhiwenShao/JAANet 0251c05, ZhiwenShao/ARL 49858ae). */
import {
  add,
  countOf,
  div,
  mul,
  pad,
  reduce,
  reshape,
  scaled,
  shifted,
  slice,
  square,
  sub,
  total,
  unary,
  type Dims,
} from '../../graph/operators';
import type { LoweringInput, Value } from '../../net/graph';
import type { LayerRule } from '../../net/rules';
import type { Dim } from '../../net/shape';
import { num, placeOf, type Message } from '../../schema/message';
import { data } from '../data';
import { byFormula } from '../shared/by-formula';
import { plus } from '../shared/geometry';
import { fourAxes, legacyDim } from '../shared/legacy';
import { flagIn, numberIn, numbersIn } from './loose';
import { arityOf, scalarLoss, shaped } from './shaped';

/** division_layer.cpp. */
const divisionShapes = shaped({
  type: 'Division',
  summary: 'Cuts regions of `height` × `width` out of the maps, one per top. Tops: (N, C, height, width).',
  param: 'division_param',
  arity: arityOf([1, 1], [1]),
  tops: ({ layer, param, bottoms: [maps] }) =>
    layer.tops.map(() => [
      legacyDim(maps, 'num'),
      legacyDim(maps, 'channels'),
      numberIn(param, 'height'),
      numberIn(param, 'width'),
    ]),
});

const division: LayerRule = {
  ...divisionShapes,
  onnx({ param, bottoms: [maps], tops }) {
    if (!maps) return 'unknown';
    const places = placesOf(param, tops);
    // Places beyond the maps are read from the next ones.
    return areWithin(places, maps.shape) ? places.map((place) => cut(maps, place)) : 'not-modelled';
  },
  // Of places that overlap, the last one overwrites the gradients of the others.
  backward: (input) => (areApart(placesOf(input.param, input.tops)) ? byFormula(input, [0]) : undefined),
};

/** A region of maps. */
interface Place {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** One for each of the maps (N, C, H, W). */
function placesOf(param: Message, maps: readonly Dims[]): readonly Place[] {
  const [rows, columns] = [numbersIn(param, 'ycoord'), numbersIn(param, 'xcoord')];
  return maps.map(([, , height = 1, width = 1], i) => ({
    row: rows[i] ?? -1,
    column: columns[i] ?? -1,
    height,
    width,
  }));
}

function areWithin(places: readonly Place[], [, , height = 1, width = 1]: Dims): boolean {
  return places.every(
    (place) =>
      Math.min(place.row, place.column) >= 0 &&
      place.row + place.height <= height &&
      place.column + place.width <= width,
  );
}

function areApart(places: readonly Place[]): boolean {
  const meet = (a: Place, b: Place): boolean =>
    a.row < b.row + b.height &&
    b.row < a.row + a.height &&
    a.column < b.column + b.width &&
    b.column < a.column + a.width;
  return places.every((place, i) => places.slice(0, i).every((other) => !meet(place, other)));
}

function cut(maps: Value, { row, column, height, width }: Place): Value {
  return slice(maps, [2, 3], [row, column], [row + height, column + width]);
}

/** combination_layer.cpp: the last bottom's place and size give the size of the top. */
const combinationShapes = shaped({
  type: 'Combination',
  summary: 'Places maps beside each other in one map, which ends where the last one ends. Top: (N, C, H, W).',
  param: 'combination_param',
  arity: arityOf([0], [0]),
  tops: ({ param, bottoms }) => {
    const last = bottoms.length - 1;
    const end = (coordinates: string, side: 'height' | 'width'): Dim =>
      plus(numbersIn(param, coordinates)[last] ?? null, legacyDim(bottoms[last], side));
    return [
      [
        legacyDim(bottoms[0], 'num'),
        legacyDim(bottoms[0], 'channels'),
        end('ycoord', 'height'),
        end('xcoord', 'width'),
      ],
    ];
  },
});

const combination: LayerRule = {
  ...combinationShapes,
  onnx({ param, bottoms, tops: [top = []] }) {
    const places = placesOf(
      param,
      bottoms.map(({ shape }) => shape),
    );
    if (!areWithin(places, top) || !areApart(places)) return 'not-modelled';
    // What no bottom covers is 0 in the first Forward.
    const all = bottoms.map((maps, i) => {
      const { row = 0, column = 0, height = 1, width = 1 } = places[i] ?? {};
      const [, , rows = 1, columns = 1] = top;
      return pad(maps, [0, 0, row, column], [0, 0, rows - row - height, columns - column - width], 0);
    });
    return all.length === 0 ? 'unknown' : [all.reduce(add)];
  },
};

/** au_mask_based_land_layer.cpp: one mask for each of 12 action units, and one for all of them. */
const auMaskBasedLand = shaped({
  type: 'AUMaskBasedLand',
  summary: 'Masks of 12 facial action units around landmarks, and of all together. Tops: (N, 1, S, S).',
  param: 'au_mask_based_land_param',
  arity: arityOf([1, 1], [13, 13]),
  tops: ({ layer, param, bottoms: [landmarks] }) => {
    const size = maskSize(param);
    return layer.tops.map(() => [legacyDim(landmarks, 'num'), 1, size, size]);
  },
});

/** `round` of a float32 product; halves are rounded away from zero. */
function maskSize(param: Message): Dim {
  const image = numberIn(param, 'img_size');
  const scale = num(param, 'spatial_scale');
  return image === null ? null : Math.floor(Math.fround(image * scale) + 0.5);
}

/** align_data_transform_layer.cpp. */
const alignDataTransform = shaped({
  type: 'AlignDataTransform',
  summary:
    'Applies the crop and mirroring of images to landmarks. Bottoms: landmarks, those of Data with `get_mirror_crop`, mirrored indices. Top: the shape of the first.',
  arity: arityOf([3, 3], [0]),
  tops: ({ bottoms: [landmarks] }) => [fourAxes(landmarks)],
});

/** dice_coef_loss_layer.cpp. */
const diceCoefLoss: LayerRule = {
  ...scalarLoss({
    type: 'DiceCoefLoss',
    summary: 'One minus the Dice coefficient of each item, averaged.',
    param: 'dice_coef_loss_param',
    bottoms: { min: 2, max: 2 },
  }),
  onnx(input) {
    const parts = diceParts(input);
    if (!parts) return 'unknown';
    const mean = scaled(total(unary('Abs', parts.coefficients)), 1 / (parts.a.shape[0] ?? 1));
    return [shifted(unary('Neg', mean), 1)];
  },
  // It is not divided by the number of items, as the loss is.
  backward(input) {
    const parts = diceParts(input);
    const [gradient] = input.gradients;
    if (!parts || !gradient) return [];
    const { a, b, coefficients, sums } = parts;
    const of = (own: Value, other: Value): Value =>
      mul(gradient, scaled(div(sub(mul(coefficients, own), other), sums), 2));
    return [of(a, b), of(b, a)].map((each, i) => reshape(each, input.bottoms[i]?.shape ?? []));
  },
};

interface DiceParts {
  /** (N, values) */
  readonly a: Value;
  readonly b: Value;
  /** (N, 1): (2 Σ a·b + smooth) / sums. */
  readonly coefficients: Value;
  /** (N, 1): Σ a² + Σ b² + smooth. */
  readonly sums: Value;
}

function diceParts({ param, bottoms: [first, second] }: LoweringInput): DiceParts | undefined {
  const smooth = numberIn(param, 'smooth');
  if (!first || !second || smooth === null) return undefined;
  const [a, b] = [first, second].map((x) => {
    const [items = 1, ...rest] = x.shape;
    return reshape(x, [items, countOf(rest)]);
  }) as [Value, Value];
  const sum = (x: Value): Value => reduce('ReduceSum', x, [1]);
  const sums = shifted(add(sum(square(a)), sum(square(b))), smooth);
  return { a, b, coefficients: div(shifted(scaled(sum(mul(a, b)), 2), smooth), sums), sums };
}

const meanFieldShapes = shaped({
  type: 'MultiStageMeanfieldAU3',
  summary:
    'Iterations of mean fields, as in CRF-RNN. Bottoms: unary terms, their softmax, features. Top: the shape of the first.',
  param: 'multi_stage_meanfield_au3_param',
  arity: arityOf([3, 3], [1, 1]),
  tops: ({ bottoms: [unary] }) => [fourAxes(unary)],
  check({ param }) {
    const found = num(param, 'num_iterations');
    const args = { name: 'num_iterations', relation: '>', bound: 1, found };
    return found > 1 ? [] : [{ code: 'fork/field-bound', span: placeOf(param, 'num_iterations'), args }];
  },
});

/** multi_stage_meanfield_au3.cpp: three blobs of C×C values, read from files. */
const meanField: LayerRule = {
  ...meanFieldShapes,
  setUp: (input) => ({ ...meanFieldShapes.setUp(input), openParams: true }),
};

/** data_layer.cpp of JAANet: `get_mirror_crop` gives four values of each image's transformation instead of its label. */
const dataWithCrops: LayerRule = {
  ...data,
  setUp(input) {
    const result = data.setUp(input);
    if (!flagIn(input.param, 'get_mirror_crop')) return result;
    return {
      ...result,
      tops: result.tops.map((shape, i) => (i === 1 && shape ? [shape[0] ?? null, 4, 1, 1] : shape)),
    };
  },
};

export const jaanet: readonly LayerRule[] = [
  division,
  combination,
  auMaskBasedLand,
  alignDataTransform,
  diceCoefLoss,
  meanField,
  dataWithCrops,
];
