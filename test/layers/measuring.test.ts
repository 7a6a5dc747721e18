import { describe, it } from 'vitest';
import { check } from '../support/layer-case';

describe('layers that normalize, reduce and measure', () => {
  it('Softmax keeps the shape, and requires its axis to exist', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 5 } } }
      layer { name: "l0" type: "Softmax" bottom: "a" top: "y0" }
      #                                                    ^^ 2×3
      layer { name: "l1" type: "Softmax" bottom: "a" top: "y1" softmax_param { axis: 2 } }
      #                                                    ^^ 2×3
      #                                                                              ^ layer/axis-out-of-range
      layer { name: "l2" type: "Softmax" bottom: "b" top: "y2" }
      #                                           ^ layer/axis-out-of-range
      #                                                    ^^ 5
    `);
  });

  it('MVN always outputs four axes', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 dim: 6 } } }
      layer { name: "l0" type: "MVN" bottom: "a" top: "y0" }
      #                                                ^^ 2×3×1×1
      layer { name: "l1" type: "MVN" bottom: "b" top: "y1" mvn_param { across_channels: true } }
      #                                                ^^ 2×3×4×5
      layer { name: "l2" type: "MVN" bottom: "c" top: "y2" }
      #                                       ^ layer/legacy-axes
      #                                                ^^ ?
    `);
  });

  it('Reduction keeps the axes before its own', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 3 dim: 4 } } }
      layer { name: "l0" type: "Reduction" bottom: "a" top: "y0" }
      #                                                      ^^ scalar
      layer { name: "l1" type: "Reduction" bottom: "a" top: "y1" reduction_param { operation: MEAN axis: -1 } }
      #                                                      ^^ 2×3
      layer { name: "l2" type: "Reduction" bottom: "a" top: "y2" reduction_param { operation: ASUM axis: 3 } }
      #                                                      ^^ ?
      #                                                                                                  ^ layer/axis-out-of-range
      layer { name: "l3" type: "Reduction" bottom: "y0" top: "y3" }
      #                                             ^^ layer/scalar-bottom
      #                                                       ^^ ?
    `);
  });

  it('Accuracy has a single value, and optionally one per class', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 4 dim: 5 dim: 2 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 4 dim: 2 dim: 3 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 } } }
      layer { name: "l0" type: "Accuracy" bottom: "a" bottom: "b" top: "y0" accuracy_param { top_k: 5 } }
      #                                                                 ^^ scalar
      layer { name: "l1" type: "Accuracy" bottom: "a" bottom: "b" top: "y1" top: "z1" }
      #                                                                 ^^ scalar
      #                                                                           ^^ 5
      layer { name: "l2" type: "Accuracy" bottom: "a" bottom: "b" top: "y2" accuracy_param { top_k: 6 } }
      #                                                                 ^^ scalar
      #                                                                                             ^ layer/top-k-too-large
      layer { name: "l3" type: "Accuracy" bottom: "a" bottom: "c" top: "y3" }
      #                                                        ^ layer/label-count
      #                                                                 ^^ scalar
      layer { name: "l4" type: "Accuracy" bottom: "a" bottom: "b" top: "y4" accuracy_param { axis: 4 } }
      #                                                                 ^^ scalar
      #                                                                                            ^ layer/axis-out-of-range
      layer { name: "l5" type: "Accuracy" bottom: "a" bottom: "b" top: "y5" accuracy_param { top_k: 4294967295 } }
      #                                                                 ^^ scalar
    `);
  });

  it('reject blobs without values whose memory they share or fill', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 2 dim: 0 dim: 3 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 0 dim: 3 } } }
      layer { name: "l0" type: "Softmax" bottom: "a" top: "y0" }
      #                                           ^ layer/empty-bottom
      #                                                    ^^ ?
      layer { name: "l1" type: "Softmax" bottom: "b" top: "y1" }
      #                                                    ^^ 0×3
      layer { name: "l2" type: "Reshape" bottom: "a" top: "y2" reshape_param { shape { dim: 0 dim: 0 dim: 3 } } }
      #                                           ^ layer/empty-bottom
      #                                                    ^^ ?
      layer { name: "l3" type: "Reduction" bottom: "a" top: "y3" reduction_param { axis: 1 } }
      #                                             ^ layer/empty-bottom
      #                                                      ^^ ?
      layer { name: "l4" type: "Reduction" bottom: "a" top: "y4" reduction_param { axis: 1 operation: ASUM } }
      #                                                      ^^ 2
      layer { name: "l5" type: "Concat" bottom: "a" top: "y5" }
      #                                          ^ layer/empty-bottom
      #                                                   ^^ ?
      layer { name: "l6" type: "Concat" bottom: "a" bottom: "a" top: "y6" }
      #                                                               ^^ 2×0×3
      layer { name: "l7" type: "Accuracy" bottom: "b" bottom: "b" top: "y7" }
      #                                                        ^ layer/no-labels
      #                                                                 ^^ scalar
      layer { name: "l8" type: "Flatten" bottom: "a" top: "y8" }
      #                                                    ^^ 2×0
    `);
  });
});
