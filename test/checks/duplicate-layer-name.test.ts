/** Two layers of the same name in one state, of which one has weights. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('reports two layers of the same name only if both are in one state', () =>
  check(`
  ${data}
  layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
  layer { name: "ip" type: "TanH" bottom: "ip" top: "ip" include { phase: TRAIN } }
  #              ^^ net/duplicate-layer-name
  layer { name: "out" type: "ReLU" bottom: "ip" top: "ip" include { phase: TRAIN } }
  layer { name: "out" type: "Scale" bottom: "ip" top: "ip" include { phase: TEST } }
  ${loss}
`));

test('reports no layers without weights', () =>
  check(`
  ${data}
  layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
  layer { name: "out" type: "TanH" bottom: "ip" top: "out" }
  layer { name: "out" type: "Silence" bottom: "out" }
  ${loss}
  layer { name: "loss" type: "Accuracy" bottom: "ip" bottom: "label" top: "accuracy" }
`));

test('reports layers whose weights are unknown only if there are two', () =>
  check(`
  ${data}
  layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
  layer { name: "one" type: "Python" bottom: "data" top: "one" python_param { module: "m" layer: "L" } }
  layer { name: "one" type: "Silence" bottom: "one" }
  layer { name: "two" type: "Python" bottom: "data" top: "two" python_param { module: "m" layer: "L" } }
  layer { name: "two" type: "Python" bottom: "data" top: "three" python_param { module: "m" layer: "L" } }
  #              ^^^ net/duplicate-layer-name
  layer { name: "quiet" type: "Silence" bottom: "two" bottom: "three" }
  ${loss}
`));
