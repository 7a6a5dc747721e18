/** xavier before a ReLU keeps half of the variance. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('reports xavier before a ReLU on the first such layer of the file, in place or not', () =>
  check(`
  ${data}
  layer { name: "a" type: "Convolution" bottom: "data" top: "a" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
  #                                                                                                                                    ^^^^^^^^ check/xavier-before-relu
  layer { name: "ra" type: "ReLU" bottom: "a" top: "a" }
  layer { name: "b" type: "Convolution" bottom: "a" top: "b" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
  layer { name: "rb" type: "ReLU" bottom: "b" top: "rb" }
  layer { name: "ip" type: "InnerProduct" bottom: "rb" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
  ${loss}
`));

test('does not report xavier before a leaky ReLU or a Sigmoid, with another filler, without a loss, or where nothing is learned', () => {
  const layers = (filler: string, param: string, activation: string): string => `
    ${data}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" ${param} inner_product_param { num_output: 4 weight_filler { type: "${filler}" } } }
    layer { name: "act" bottom: "ip" top: "ip" ${activation} }`;
  check(`${layers('xavier', '', 'type: "ReLU" relu_param { negative_slope: 0.1 }')}
    ${loss}
  `);
  check(`${layers('xavier', '', 'type: "Sigmoid"')}
    ${loss}
  `);
  check(`${layers('msra', '', 'type: "ReLU"')}
    ${loss}
  `);
  check(`${layers('xavier', 'param { lr_mult: 0 }', 'type: "ReLU"')}
    ${loss}
  `);
  check(`${layers('xavier', '', 'type: "ReLU"')}
    layer { name: "quiet" type: "Silence" bottom: "ip" bottom: "label" }
  `);
});
