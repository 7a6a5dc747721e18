import { describe, it } from 'vitest';
import { check } from '../support/layer-case';

describe('layers that reshape, crop and repeat', () => {
  it('Reshape copies at 0, infers at -1, and keeps the other axes', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 } } }
      layer { name: "l0" type: "Reshape" bottom: "a" top: "y0" reshape_param { shape { dim: 0 dim: -1 } } }
      #                                                    ^^ 2×60
      layer { name: "l1" type: "Reshape" bottom: "a" top: "y1" reshape_param { shape { dim: 6 dim: 20 } } }
      #                                                    ^^ 6×20
      layer { name: "l2" type: "Reshape" bottom: "a" top: "y2"
      #                                                    ^^ 2×2×6×5
        reshape_param { shape { dim: 2 dim: -1 } axis: 1 num_axes: 2 } }
      layer { name: "l3" type: "Reshape" bottom: "a" top: "y3" reshape_param { shape { dim: 1 } axis: -1 } }
      #                                                    ^^ 2×3×4×5×1
      layer { name: "l4" type: "Reshape" bottom: "a" top: "y4" reshape_param { shape { dim: [0, 0, 20] } } }
      #                                                    ^^ 2×3×20
    `);
  });

  it('Reshape keeps the count', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 6 } } }
      layer { name: "l0" type: "Reshape" bottom: "a" top: "y0" reshape_param { shape { dim: 2 dim: 3 } } }
      #                                                    ^^ ?
      #                                                                        ^^^^^ layer/reshape-count
      layer { name: "l1" type: "Reshape" bottom: "a" top: "y1" reshape_param { shape { dim: 5 } } }
      #                                                    ^^ ?
      #                                                                                     ^ layer/reshape-count
      layer { name: "l2" type: "Reshape" bottom: "a" top: "y2" reshape_param { shape { dim: 5 dim: -1 } } }
      #                                                    ^^ ?
      #                                                                                            ^^ layer/reshape-indivisible
      layer { name: "l3" type: "Reshape" bottom: "a" top: "y3"
      #                                                    ^^ ?
        reshape_param { shape { dim: 65536 dim: 65536 dim: -1 } } }
      #                                                    ^^ layer/reshape-by-zero
      layer { name: "l4" type: "Reshape" bottom: "a" top: "y4" }
      #                         ^^^^^^^ layer/reshape-count
      #                                                    ^^ ?
      layer { name: "l5" type: "Reshape" bottom: "b" top: "b" reshape_param { shape { dim: 2 dim: 3 } } }
      #                                                    ^ layer/in-place
      #                                                    ^ 2×3
    `);
  });

  it('Reshape requires valid dimensions and axes', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 } } }
      layer { name: "l0" type: "Reshape" bottom: "a" top: "y0" reshape_param { shape { dim: -1 dim: 0 dim: -1 } } }
      #                                                    ^^ ?
      #                                                                                                    ^^ layer/reshape-two-inferred
      layer { name: "l1" type: "Reshape" bottom: "a" top: "y1" reshape_param { shape { dim: 2 dim: -3 dim: 4 } } }
      #                                                    ^^ ?
      #                                                                                            ^^ layer/reshape-negative
      layer { name: "l2" type: "Reshape" bottom: "a" top: "y2"
      #                                                    ^^ ?
        reshape_param { shape { dim: 0 dim: 0 dim: 0 dim: 0 } } }
      #                                                   ^ layer/reshape-copy
      layer { name: "l3" type: "Reshape" bottom: "a" top: "y3" reshape_param { shape { dim: 1 } axis: 4 } }
      #                                                    ^^ ?
      #                                                                                               ^ layer/reshape-axis
      layer { name: "l4" type: "Reshape" bottom: "a" top: "y4"
      #                                                    ^^ ?
        reshape_param { shape { dim: 1 } axis: -5 num_axes: -2 } }
      #                                        ^^ layer/reshape-axis
      #                                                     ^^ layer/num-axes-negative
      layer { name: "l5" type: "Reshape" bottom: "a" top: "y5"
      #                                                    ^^ ?
        reshape_param { shape { dim: 12 } axis: 1 num_axes: 3 } }
      #                                                     ^ layer/num-axes-beyond
    `);
  });

  it('Flatten joins axes', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 3 } } }
      layer { name: "l0" type: "Flatten" bottom: "a" top: "y0" }
      #                                                    ^^ 2×60
      layer { name: "l1" type: "Flatten" bottom: "a" top: "y1" flatten_param { axis: 0 end_axis: -2 } }
      #                                                    ^^ 24×5
      layer { name: "l2" type: "Flatten" bottom: "a" top: "y2" flatten_param { axis: 2 end_axis: 1 } }
      #                                                    ^^ 2×3×1×4×5
      layer { name: "l3" type: "Flatten" bottom: "a" top: "y3" flatten_param { axis: 3 end_axis: 1 } }
      #                                                    ^^ ?
      #                                                                                          ^ layer/flatten-range
      layer { name: "l4" type: "Flatten" bottom: "a" top: "y4" flatten_param { axis: 4 end_axis: -5 } }
      #                                                    ^^ ?
      #                                                                              ^ layer/axis-out-of-range
      #                                                                                          ^^ layer/axis-out-of-range
      layer { name: "l5" type: "Flatten" bottom: "b" top: "y5" }
      #                                           ^ layer/axis-out-of-range
      #                                                    ^^ ?
    `);
  });

  it('Flatten rejects more than 32 axes', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1] } } }
      layer { name: "l0" type: "Flatten" bottom: "a" top: "y0" flatten_param { axis: 1 end_axis: 0 } }
      #                                                    ^^ layer/too-many-axes
      #                                                    ^^ ?
    `);
  });

  it('Flatten does not work in place', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 } } }
      layer { name: "l0" type: "Flatten" bottom: "a" top: "a" }
      #                                                    ^ layer/in-place
      #                                                    ^ 2×60
    `);
  });

  it('Crop cuts to the size of its second bottom', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 3 dim: 5 dim: 6 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 1 dim: 1 dim: 5 dim: 6 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 5 dim: 6 } } }
      layer { name: "l0" type: "Crop" bottom: "a" bottom: "b" top: "y0" }
      #                                                             ^^ 2×3×5×6
      layer { name: "l1" type: "Crop" bottom: "a" bottom: "c" top: "y1" crop_param { axis: -2 offset: 2 } }
      #                                                             ^^ 2×3×5×6
      layer { name: "l2" type: "Crop" bottom: "a" bottom: "c" top: "y2"
      #                                                             ^^ 2×1×5×6
        crop_param { axis: 1 offset: 2 offset: 3 offset: 2 } }
      layer { name: "l3" type: "Crop" bottom: "a" bottom: "b" top: "y3" crop_param { offset: 4294967295 } }
      #                                                             ^^ 2×3×5×6
      layer { name: "l4" type: "Crop" bottom: "a" bottom: "b" top: "y4" crop_param { offset: 3 } }
      #                                                             ^^ ?
      #                                                                                      ^ layer/crop-out-of-bounds
      layer { name: "l5" type: "Crop" bottom: "a" bottom: "b" top: "y5" crop_param { offset: 4 offset: 3 } }
      #                                                             ^^ ?
      #                                                                                      ^ layer/crop-out-of-bounds
      #                                                                                                ^ layer/crop-out-of-bounds
      layer { name: "l6" type: "Crop" bottom: "b" bottom: "a" top: "y6" }
      #                                                    ^ layer/crop-out-of-bounds
      #                                                             ^^ ?
      layer { name: "l7" type: "Crop" bottom: "a" bottom: "d" top: "y7" }
      #                                                    ^ layer/crop-axes
      #                                                             ^^ ?
      layer { name: "l8" type: "Crop" bottom: "a" bottom: "b" top: "y8" crop_param { offset: 1 offset: 1 offset: 1 } }
      #                                                             ^^ ?
      #                                                                                                          ^ layer/crop-offset-count
      layer { name: "l9" type: "Crop" bottom: "a" bottom: "b" top: "y9" crop_param { axis: 4 } }
      #                                                             ^^ ?
      #                                                                                    ^ layer/axis-out-of-range
    `);
  });

  it('Tile repeats along its axis', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "l0" type: "Tile" bottom: "a" top: "y0" tile_param { tiles: 4 } }
      #                                                 ^^ 2×12
      layer { name: "l1" type: "Tile" bottom: "a" top: "y1" tile_param { axis: 2 tiles: 0 } }
      #                                                 ^^ ?
      #                                                                        ^ layer/axis-out-of-range
      #                                                                                 ^ layer/tiles-not-positive
      layer { name: "l2" type: "Tile" bottom: "a" top: "y2" tile_param { axis: 0 } }
      #                                                 ^^ ?
      #                                                     ^^^^^^^^^^ layer/tiles-missing
      layer { name: "l3" type: "Tile" bottom: "a" top: "y3" tile_param { axis: 0 tiles: 1000000000 } }
      #                                                 ^^ layer/blob-too-large
      #                                                 ^^ ?
      layer { name: "l4" type: "Tile" bottom: "a" top: "y4" tile_param { axis: 1 tiles: 1000000000 } }
      #                                                 ^^ layer/negative-dimension
      #                                                 ^^ ?
    `);
  });

  it('ArgMax outputs the top k along its axis', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 10 dim: 1 dim: 1 dim: 2 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 } } }
      layer { name: "l0" type: "ArgMax" bottom: "a" top: "y0" }
      #                                                   ^^ 4×1×1×1×1
      layer { name: "l1" type: "ArgMax" bottom: "a" top: "y1" argmax_param { top_k: 5 out_max_val: true } }
      #                                                   ^^ 4×2×5×1×1
      layer { name: "l2" type: "ArgMax" bottom: "a" top: "y2" argmax_param { top_k: 5 out_max_val: true axis: 1 } }
      #                                                   ^^ 4×5×1×1×2
      layer { name: "l3" type: "ArgMax" bottom: "b" top: "y3" }
      #                                                   ^^ 4×1×1
      layer { name: "l4" type: "ArgMax" bottom: "b" top: "y4" argmax_param { top_k: 2 } }
      #                                                   ^^ ?
      #                                                                             ^ layer/top-k-too-large
      layer { name: "l5" type: "ArgMax" bottom: "a" top: "y5" argmax_param { top_k: 3 axis: -1 } }
      #                                                   ^^ ?
      #                                                                             ^ layer/top-k-too-large
      layer { name: "l6" type: "ArgMax" bottom: "a" top: "y6" argmax_param { top_k: 0 axis: 5 } }
      #                                                   ^^ ?
      #                                                                             ^ layer/top-k-below-one
      #                                                                                     ^ layer/axis-out-of-range
    `);
  });
});
