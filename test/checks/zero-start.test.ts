/** Weights of 0 pass no gradient down. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('reports a hidden layer that starts at 0, since it passes no gradient, but not the first or last layer', () =>
  check(`
  ${data}
  layer { name: "first" type: "InnerProduct" bottom: "data" top: "first" inner_product_param { num_output: 4 } }
  layer { name: "hidden" type: "InnerProduct" bottom: "first" top: "hidden" inner_product_param { num_output: 4 } }
  #                             ^^^^^^^^^^^^ check/zero-start
  layer { name: "ip" type: "InnerProduct" bottom: "hidden" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "constant" } } }
  ${loss}
`));
