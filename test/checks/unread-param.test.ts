/** A parameter message of another layer's has no effect. */
import { test } from 'vitest';
import { check, data } from '../support/advice-case';

test('at the name of each message that the layer does not read', () =>
  check(`
    ${data}
    layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 3 } convolution_param { num_output: 1 } }
    #                                                                                          ^^^^^^^^^^^^^^^^^ check/unread-param
    layer { name: "t" type: "TanH" bottom: "p" top: "t" tanh_param { engine: CAFFE } relu_param { negative_slope: 1 } }
    #                                                                                ^^^^^^^^^^ check/unread-param
    layer { name: "ip" type: "InnerProduct" bottom: "t" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
    layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" loss_param { normalize: true } softmax_param { axis: 1 } }
  `));
