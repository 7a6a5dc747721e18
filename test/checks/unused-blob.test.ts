/** A blob that no layer reads in a training net. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('reports a blob that no layer reads in a training net, except losses and accuracies', () =>
  check(`
  ${data}
  layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
  layer { name: "side" type: "Power" bottom: "ip" top: "side" }
  #                                                     ^^^^ check/unused-blob
  layer { name: "acc" type: "Accuracy" bottom: "ip" bottom: "label" top: "acc" }
  ${loss}
`));

test('does not report a blob that is only read in TEST', () =>
  check(`
  ${data}
  layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
  layer { name: "side" type: "Power" bottom: "ip" top: "side" }
  layer { name: "seen" type: "Silence" bottom: "side" include { phase: TEST } }
  ${loss}
`));
