import type { Dim, Shape } from '#core/net/shape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersOf, setUpOn } from '../support/layer-case';

/** Valid layers of every kind whose top depends on more than one dimension of their bottoms. */
const accepted = `
  layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 } } }
  layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 6 dim: 4 dim: 5 } } }
  layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 2 dim: 4 dim: 5 } } }
  layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 } } }
  layer { name: "relu" type: "ReLU" bottom: "a" top: "y0" }
  layer { name: "concat" type: "Concat" bottom: "a" bottom: "b" bottom: "a" top: "y1" }
  layer { name: "slice" type: "Slice" bottom: "b" top: "y2" top: "z2" slice_param { slice_point: 1 } }
  layer { name: "even" type: "Slice" bottom: "b" top: "y3" top: "z3" top: "w3" }
  layer { name: "eltwise" type: "Eltwise" bottom: "a" bottom: "a" top: "y4" }
  layer { name: "reshape" type: "Reshape" bottom: "a" top: "y5" reshape_param { shape { dim: 0 dim: -1 dim: 0 } } }
  layer { name: "middle" type: "Reshape" bottom: "a" top: "y6" reshape_param { shape { dim: 1 dim: -1 } axis: 1 num_axes: 1 } }
  layer { name: "flatten" type: "Flatten" bottom: "a" top: "y7" }
  layer { name: "crop" type: "Crop" bottom: "b" bottom: "a" top: "y8" crop_param { axis: 1 offset: 3 offset: 0 offset: 0 } }
  layer { name: "tile" type: "Tile" bottom: "a" top: "y9" tile_param { tiles: 3 } }
  layer { name: "argmax" type: "ArgMax" bottom: "a" top: "y10" argmax_param { top_k: 2 } }
  layer { name: "along" type: "ArgMax" bottom: "a" top: "y11" argmax_param { top_k: 2 axis: -1 } }
  layer { name: "reduction" type: "Reduction" bottom: "a" top: "y12" reduction_param { axis: 2 } }
  layer { name: "mvn" type: "MVN" bottom: "c" top: "y13" }
  layer { name: "reindex" type: "BatchReindex" bottom: "a" bottom: "d" top: "y14" }
  layer { name: "filter" type: "Filter" bottom: "a" bottom: "b" bottom: "d" top: "y15" top: "z15" }
  layer { name: "softmax" type: "Softmax" bottom: "a" top: "y16" }
  layer { name: "loss" type: "SoftmaxWithLoss" bottom: "a" bottom: "c" top: "y17" }
  layer { name: "accuracy" type: "Accuracy" bottom: "a" bottom: "c" top: "y18" top: "z18" }
  layer { name: "euclidean" type: "EuclideanLoss" bottom: "a" bottom: "a" top: "y19" }
  layer { name: "contrastive" type: "ContrastiveLoss" bottom: "d" bottom: "d" bottom: "d" top: "y20" }
`;

const layers = layersOf(accepted);
const byName = new Map(layers.map((layer) => [layer.layer.name, layer]));

describe('unknown dimensions', () => {
  it.each<[string, readonly Shape[], readonly Shape[]]>([
    ['concat', [[2, 3, null, 5], [null, null, 4, 5], null], [[2, null, 4, 5]]],
    [
      'concat',
      [
        [null, 3],
        [null, 6],
        [2, 3],
      ],
      [[2, 12]],
    ],
    [
      'slice',
      [[2, null, 4]],
      [
        [2, 1, 4],
        [2, null, 4],
      ],
    ],
    [
      'even',
      [[2, null, 4]],
      [
        [2, null, 4],
        [2, null, 4],
        [2, null, 4],
      ],
    ],
    [
      'eltwise',
      [
        [null, 3],
        [2, null],
      ],
      [[2, 3]],
    ],
    ['eltwise', [null, [2, null]], [[2, null]]],
    ['reshape', [[null, 3, 4, 5]], [[null, 15, 4]]],
    ['reshape', [[2, null, 4, 5]], [[2, null, 4]]],
    ['reshape', [null], [[null, null, null]]],
    ['flatten', [[null, 3, 4]], [[null, 12]]],
    ['flatten', [[2, 3, null]], [[2, null]]],
    [
      'crop',
      [
        [2, 6, null, 5],
        [1, 2, 3, null],
      ],
      [[2, 2, 3, null]],
    ],
    ['tile', [[2, null]], [[2, null]]],
    ['mvn', [[null, 3]], [[null, 3, 1, 1]]],
    ['reindex', [[2, 3], [null]], [[null, 3]]],
    ['reindex', [[2, 3], null], [[null, 3]]],
    ['loss', [null, null], [[]]],
    ['accuracy', [null, null], [[], [null]]],
  ])('%s of %j is %j', (name, bottoms, tops) => {
    const layer = byName.get(name);
    expect(layer && setUpOn(layer, bottoms)).toEqual({ tops, params: [], problems: [] });
  });

  it('never cause a problem or a different shape', () => {
    for (const layer of layers) {
      expect(setUpOn(layer, layer.bottoms).problems).toEqual([]);
      fc.assert(
        fc.property(fc.tuple(...layer.bottoms.map(masked)), (bottoms) => {
          const { tops, problems } = setUpOn(layer, bottoms);
          expect(problems).toEqual([]);
          layer.tops.forEach((top, i) => expect(generalizes(tops[i] ?? null, top)).toBe(true));
        }),
        { numRuns: 30 },
      );
    }
  });
});

describe('for any bottoms', () => {
  it('set-up does not throw, returns as many tops as the layer has, and no negative dimensions', () => {
    const dim = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 6 }), fc.constantFrom(65536, 2147483647));
    const shape = fc.oneof(fc.constant(null), fc.array(dim, { maxLength: 6 }));
    for (const layer of layers) {
      const bottoms = fc.tuple(...layer.bottoms.map(() => shape));
      fc.assert(
        fc.property(bottoms, (shapes) => {
          const { tops, problems } = setUpOn(layer, shapes);
          expect(tops).toHaveLength(layer.tops.length);
          const negative = tops.flatMap((top) => top ?? []).filter((each) => each !== null && each < 0);
          if (problems.length === 0) expect(negative).toEqual([]);
        }),
        { numRuns: 30 },
      );
    }
  });
});

/** A shape with some or all dimensions unknown. */
function masked(shape: Shape): fc.Arbitrary<Shape> {
  const dims = shape ?? [];
  const some = fc.tuple(...dims.map((dim): fc.Arbitrary<Dim> => fc.constantFrom(dim, null)));
  return fc.oneof({ weight: 5, arbitrary: some }, { weight: 1, arbitrary: fc.constant(null) });
}

/** True if the first shape agrees with the second wherever it is known. */
function generalizes(some: Shape, all: Shape): boolean {
  if (some === null) return true;
  return all !== null && some.length === all.length && some.every((dim, i) => dim === null || dim === all[i]);
}
