/** A bottom that the layer can't give a gradient. */
import { test } from 'vitest';
import { check, data } from '../support/advice-case';

test("reports a bottom that the layer can't give a gradient, which aborts Caffe in Backward", () => {
  const learned =
    'layer { name: "w" type: "InnerProduct" bottom: "data" top: "w" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }';
  check(`
    ${data}
    ${learned}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
    layer { name: "quiet" type: "Silence" bottom: "label" }
    layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "w" }
    #                                                                          ^ check/no-gradient
  `);
  check(`
    ${data}
    ${learned}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
    layer { name: "quiet" type: "Silence" bottom: "label" }
    layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "w" propagate_down: true propagate_down: false }
  `);
  check(`
    ${data}
    ${learned}
    layer { name: "t" type: "Threshold" bottom: "w" top: "t" }
    layer { name: "quiet" type: "Silence" bottom: "t" }
    layer { name: "loss" type: "HingeLoss" bottom: "w" bottom: "label" }
  `);
});
