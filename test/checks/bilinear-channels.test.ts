/** Bilinear kernels sum channels unless each output has its own group. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('reports bilinear unless the layer has as many groups as outputs', () =>
  check(`
  ${data}
  layer { name: "up" type: "Deconvolution" bottom: "data" top: "up" convolution_param { num_output: 3 group: 3 kernel_size: 4 stride: 2 weight_filler { type: "bilinear" } } }
  layer { name: "sum" type: "Deconvolution" bottom: "data" top: "sum" convolution_param { num_output: 3 kernel_size: 4 stride: 2 weight_filler { type: "bilinear" } } }
  #                                                                                                                                                    ^^^^^^^^^^ check/bilinear-channels
  layer { name: "add" type: "Eltwise" bottom: "up" bottom: "sum" top: "both" }
  layer { name: "ip" type: "InnerProduct" bottom: "both" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "gaussian" std: 0.01 } } }
  ${loss}
`));
