import { describe, it } from 'vitest';
import { check } from '../support/layer-case';

describe('layers that join and split blobs', () => {
  it('Concat adds the sizes along its axis', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 5 dim: 4 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 2 dim: 3 dim: 7 } } }
      layer { name: "l0" type: "Concat" bottom: "a" bottom: "b" top: "y0" }
      #                                                               ^^ 2×8×4
      layer { name: "l1" type: "Concat" bottom: "a" bottom: "c" top: "y1" concat_param { axis: -1 } }
      #                                                               ^^ 2×3×11
      layer { name: "l2" type: "Concat" bottom: "a" bottom: "a" top: "y2" concat_param { concat_dim: 0 } }
      #                                                               ^^ 4×3×4
      layer { name: "l3" type: "Concat" bottom: "a" top: "y3" }
      #                                                   ^^ 2×3×4
    `);
  });

  it('Concat requires equal sizes along the other axes', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 3 dim: 3 dim: 4 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 } } }
      layer { name: "l0" type: "Concat" bottom: "a" bottom: "b" bottom: "a" bottom: "b" top: "y0" }
      #                                                      ^ layer/concat-shapes-differ
      #                                                                              ^ layer/concat-shapes-differ
      #                                                                                       ^^ ?
      layer { name: "l1" type: "Concat" bottom: "a" bottom: "c" top: "y1" }
      #                                                      ^ layer/axes-differ
      #                                                               ^^ ?
      layer { name: "l2" type: "Concat" bottom: "a" bottom: "a" top: "y2" concat_param { axis: 3 } }
      #                                                               ^^ ?
      #                                                                                        ^ layer/axis-out-of-range
      layer { name: "l3" type: "Concat" bottom: "d" bottom: "d" top: "y3" }
      #                                          ^ layer/axis-out-of-range
      #                                                               ^^ ?
      layer { name: "l4" type: "Concat" bottom: "a" bottom: "a" top: "y4" concat_param { axis: 1 concat_dim: 1 } }
      #                                                               ^^ ?
      #                                                                                                      ^ layer/axis-and-dim
      layer { name: "l5" type: "Concat" bottom: "a" bottom: "a" top: "y5" concat_param { concat_dim: 3 } }
      #                                                               ^^ ?
      #                                                                                              ^ layer/old-axis-out-of-range
    `);
  });

  it('Slice cuts at its points, or into equal parts', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 6 dim: 9 dim: 2 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 } } }
      layer { name: "l0" type: "Slice" bottom: "a" top: "y0" top: "z0" slice_param { slice_point: 4 } }
      #                                                  ^^ 6×4×2
      #                                                            ^^ 6×5×2
      layer { name: "l1" type: "Slice" bottom: "a" top: "y1" top: "z1" top: "w1" slice_param { axis: 0 } }
      #                                                  ^^ 2×9×2
      #                                                            ^^ 2×9×2
      #                                                                      ^^ 2×9×2
      layer { name: "l2" type: "Slice" bottom: "a" top: "y2" top: "z2" slice_param { slice_dim: 0 slice_point: 6 } }
      #                                                  ^^ 6×9×2
      #                                                            ^^ 0×9×2
      layer { name: "l3" type: "Slice" bottom: "b" top: "y3" slice_param { axis: -1 } }
      #                                                  ^^ 4
    `);
  });

  it('Slice requires ascending points within the axis, one fewer than its tops', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 6 dim: 9 dim: 2 } } }
      layer { name: "l0" type: "Slice" bottom: "a" top: "y0" top: "z0" slice_param { slice_point: 4 slice_point: 5 } }
      #                                                  ^^ ?
      #                                                            ^^ ?
      #                                                                                                          ^ layer/slice-point-count
      layer { name: "l1" type: "Slice" bottom: "a" top: "y1" top: "z1" top: "w1" slice_param { slice_point: 4 } }
      #                                                  ^^ ?
      #                                                            ^^ ?
      #                                                                      ^^ ?
      #                                                                                                     ^ layer/slice-point-count
      layer { name: "l2" type: "Slice" bottom: "a" top: "y2" top: "z2" top: "w2"
      #                                                  ^^ ?
      #                                                            ^^ ?
      #                                                                      ^^ ?
        slice_param { slice_point: 4 slice_point: 4 } }
      #                                           ^ layer/slice-point-order
      layer { name: "l3" type: "Slice" bottom: "a" top: "y3" top: "z3" slice_param { slice_point: 0 } }
      #                                                  ^^ ?
      #                                                            ^^ ?
      #                                                                                           ^ layer/slice-point-order
      layer { name: "l4" type: "Slice" bottom: "a" top: "y4" top: "z4" top: "w4"
      #                                                  ^^ ?
      #                                                            ^^ ?
      #                                                                      ^^ ?
        slice_param { slice_point: [4, 10] } }
      #                                ^^ layer/slice-point-beyond
      layer { name: "l5" type: "Slice" bottom: "a" top: "y5" top: "z5" }
      #                                                  ^^ ?
      #                                                            ^^ layer/slice-uneven
      #                                                            ^^ ?
      layer { name: "l6" type: "Slice" bottom: "a" top: "y6" top: "z6" top: "w6"
      #                                                  ^^ ?
      #                                                            ^^ ?
      #                                                                      ^^ layer/slice-tops
      #                                                                      ^^ ?
        slice_param { axis: 2 slice_point: 1 slice_point: 2 } }
      layer { name: "l7" type: "Slice" bottom: "a" top: "y7" top: "z7"
      #                                                  ^^ ?
      #                                                            ^^ ?
        slice_param { axis: 1 slice_dim: 1 slice_point: 1 } }
      #                                  ^ layer/axis-and-dim
    `);
  });

  it('an in-place Slice changes the count that it is compared with', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 6 dim: 4 } } }
      layer { name: "l0" type: "Slice" bottom: "a" top: "a" top: "b" }
      #                                                  ^ layer/in-place
      #                                                  ^ 6×2
      #                                                           ^ 6×2
    `);
  });

  it('Split and Eltwise keep the shape', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 3 dim: 2 } } }
      layer { name: "l0" type: "Split" bottom: "a" top: "y0" top: "z0" }
      #                                                  ^^ 2×3
      #                                                            ^^ 2×3
      layer { name: "l1" type: "Eltwise" bottom: "y0" bottom: "b" top: "y1" eltwise_param { coeff: 1 coeff: -1 } }
      #                                                                 ^^ 2×3
      layer { name: "l2" type: "Eltwise" bottom: "b" bottom: "c" bottom: "b" bottom: "c" top: "y2"
      #                                                       ^ layer/shapes-differ
      #                                                                               ^ layer/shapes-differ
      #                                                                                        ^^ ?
        eltwise_param { operation: MAX } }
      layer { name: "l3" type: "Eltwise" bottom: "b" bottom: "z0" top: "y3" eltwise_param { coeff: 1 } }
      #                                                                 ^^ 2×3
      #                                                                                            ^ layer/coefficient-count
      layer { name: "l4" type: "Eltwise" bottom: "b" bottom: "z0" top: "y4"
      #                                                                 ^^ 2×3
        eltwise_param { coeff: 1 coeff: 2 coeff: 3 } }
      #                                          ^ layer/coefficient-count
      layer { name: "l5" type: "Eltwise" bottom: "b" bottom: "z0" top: "y5"
      #                                                                 ^^ 2×3
        eltwise_param { operation: PROD coeff: 1 coeff: 1 } }
      #                                        ^ layer/product-coefficients
    `);
  });

  it('Split rejects its own bottom as a top', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "l0" type: "Split" bottom: "a" top: "a" top: "b" }
      #                                                  ^ layer/in-place
      #                                                  ^ 2×3
      #                                                           ^ 2×3
    `);
  });

  it('SPP rejects an in-place top, which it would read instead of its bottom', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" top: "b" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }
      layer { name: "l0" type: "SPP" bottom: "a" top: "a" spp_param { pyramid_height: 1 } }
      #                                                ^ 2×3×1×1
      layer { name: "l1" type: "SPP" bottom: "b" top: "b" spp_param { pyramid_height: 2 } }
      #                                                ^ layer/in-place
      #                                                ^ ?
    `);
  });

  it('Filter keeps all items at set-up', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 dim: 5 dim: 6 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 dim: 1 dim: 1 } } }
      layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 3 } } }
      layer { name: "l0" type: "Filter" bottom: "a" bottom: "b" bottom: "c" top: "y0" top: "z0" }
      #                                                                           ^^ 4×3
      #                                                                                     ^^ 4×5×6
      layer { name: "l1" type: "Filter" bottom: "a" bottom: "d" top: "y1" }
      #                                          ^ layer/first-dimensions-differ
      #                                                               ^^ 4×3
      layer { name: "l2" type: "Filter" bottom: "a" bottom: "b" top: "y2" }
      #                                                      ^ layer/selector-shape
      #                                                               ^^ 4×3
      layer { name: "l3" type: "Filter" bottom: "a" bottom: "b" bottom: "c" top: "y3" }
      #                                                                           ^^ layer/filter-tops
      #                                                                           ^^ 4×3
    `);
  });

  it('BatchReindex requires indices with one axis', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 7 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 7 dim: 1 } } }
      layer { name: "l0" type: "BatchReindex" bottom: "a" bottom: "b" top: "y0" }
      #                                                                     ^^ 7×3
      layer { name: "l1" type: "BatchReindex" bottom: "a" bottom: "c" top: "y1" }
      #                                                            ^ layer/index-axes
      #                                                                     ^^ ?
    `);
  });
});
