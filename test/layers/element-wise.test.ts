import { describe, it } from 'vitest';
import { check } from '../support/layer-case';

describe('element-wise layers', () => {
  it('give a top the shape of its bottom, with any number of axes', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 5 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 dim: 3 dim: 4 dim: 5 dim: 6 } } }
      layer { name: "c" type: "Input" top: "c" input_param { shape { dim: 4 dim: 3 dim: 2 } } }
      layer { name: "l0" type: "BNLL" bottom: "a" top: "y0" }
      #                                                 ^^ 5
      layer { name: "l1" type: "Clip" bottom: "b" top: "y1" clip_param { min: -1 max: 1 } }
      #                                                 ^^ 2×3×4×5×6
      layer { name: "l2" type: "Dropout" bottom: "c" top: "y2" dropout_param { dropout_ratio: 0.9 } }
      #                                                    ^^ 4×3×2
      layer { name: "l3" type: "ELU" bottom: "a" top: "y3" }
      #                                                ^^ 5
      layer { name: "l4" type: "Exp" bottom: "b" top: "y4" }
      #                                                ^^ 2×3×4×5×6
      layer { name: "l5" type: "Log" bottom: "c" top: "y5" }
      #                                                ^^ 4×3×2
      layer { name: "l6" type: "Power" bottom: "a" top: "y6" power_param { power: 2 } }
      #                                                  ^^ 5
      layer { name: "l7" type: "ReLU" bottom: "b" top: "y7" }
      #                                                 ^^ 2×3×4×5×6
      layer { name: "l8" type: "Sigmoid" bottom: "c" top: "y8" }
      #                                                    ^^ 4×3×2
      layer { name: "l9" type: "Swish" bottom: "a" top: "y9" }
      #                                                  ^^ 5
      layer { name: "l10" type: "TanH" bottom: "b" top: "y10" }
      #                                                  ^^^ 2×3×4×5×6
      layer { name: "l11" type: "Threshold" bottom: "c" top: "y11" }
      #                                                       ^^^ 4×3×2
    `);
  });

  it('work in place, except AbsVal', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 3 dim: 6 } } }
      layer { name: "r" type: "ReLU" bottom: "a" top: "a" }
      #                                                ^ 3×6
      layer { name: "d" type: "Dropout" bottom: "a" top: "a" }
      #                                                   ^ 3×6
      layer { name: "v" type: "AbsVal" bottom: "a" top: "a" }
      #                                                  ^ layer/in-place
      #                                                  ^ 3×6
      layer { name: "w" type: "AbsVal" bottom: "a" top: "b" }
      #                                                  ^ 3×6
    `);
  });

  it('accept meaningless ratios and bounds', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 3 dim: 6 } } }
      layer { name: "d" type: "Dropout" bottom: "a" top: "b" dropout_param { dropout_ratio: 1 } }
      #                                                   ^ 3×6
      layer { name: "c" type: "Clip" bottom: "b" top: "c" clip_param { min: 1 max: -1 } }
      #                                                ^ 3×6
    `);
  });

  it("require a finite logarithm of Log's base, which Log divides by", () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 3 dim: 6 } } }
      layer { name: "e" type: "Exp" bottom: "a" top: "b" exp_param { base: 2 } }
      #                                               ^ 3×6
      layer { name: "f" type: "Exp" bottom: "b" top: "c" exp_param { base: 0 } }
      #                                               ^ 3×6
      #                                                                    ^ layer/base-not-positive
      layer { name: "g" type: "Exp" bottom: "c" top: "d" exp_param { base: -2 shift: 1 } }
      #                                               ^ 3×6
      #                                                                    ^^ layer/base-not-positive
      layer { name: "h" type: "Exp" bottom: "d" top: "e" exp_param { base: 1 } }
      #                                               ^ 3×6
      layer { name: "i" type: "Log" bottom: "e" top: "f" log_param { base: 10 } }
      #                                               ^ 3×6
      layer { name: "j" type: "Log" bottom: "f" top: "g" log_param { base: 1 } }
      #                                               ^ 3×6
      #                                                                    ^ layer/base-one
      layer { name: "k" type: "Log" bottom: "g" top: "h" log_param { base: 0 } }
      #                                               ^ 3×6
      #                                                                    ^ layer/base-not-positive
    `);
  });

  it('include Silence, which has no tops', () => {
    check(`
      layer { name: "a" type: "Input" top: "a" input_param { shape { dim: 3 dim: 6 } } }
      layer { name: "b" type: "Input" top: "b" input_param { shape { dim: 2 } } }
      layer { name: "s" type: "Silence" bottom: "a" bottom: "b" }
    `);
  });
});
