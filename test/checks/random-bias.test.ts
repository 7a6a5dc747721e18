/** A filler that scales by fan_in uses 1 for a bias. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('reports a bias that is drawn with its fan_in', () =>
  check(`
  ${data}
  layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } bias_filler { type: "msra" } } }
  #                                                                                                                                                         ^^^^^^ check/random-bias
  ${loss}
`));
