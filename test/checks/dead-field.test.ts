/** Fields that another field of the layer makes nothing of. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('fades at each field', () =>
  check(`
    ${data}
    layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 3 kernel_h: 2 } }
    #                                                                                        ^^^^^^^^^^^ check/dead-field
    layer { name: "q" type: "Pooling" bottom: "data" top: "q" pooling_param { kernel_size: 3 kernel_w: 2 } }
    #                                                                                        ^^^^^^^^^^^ check/dead-field
    layer { name: "max" type: "Eltwise" bottom: "p" bottom: "q" top: "max" eltwise_param { operation: MAX coeff: 1 coeff: 1 } }
    #                                                                                                     ^^^^^^^^ check/dead-field
    #                                                                                                              ^^^^^^^^ check/dead-field
    layer { name: "ip" type: "InnerProduct" bottom: "max" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
    ${loss}
  `));
