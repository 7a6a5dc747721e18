/** A filler for a bias that the layer does not have. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('at the filler, with `bias_term: false` alone', () =>
  check(`
    ${data}
    layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 4 kernel_size: 3 bias_term: true weight_filler { type: "msra" } bias_filler { value: 1 } } }
    layer { name: "ip" type: "InnerProduct" bottom: "c" top: "ip" inner_product_param { num_output: 4 bias_term: false weight_filler { type: "xavier" } bias_filler { value: 1 } } }
    #                                                                                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^ check/bias-without-term
    ${loss}
  `));
