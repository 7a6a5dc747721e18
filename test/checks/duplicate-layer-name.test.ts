/** Two layers of the same name in one state. */
import { test } from 'vitest';
import { check, data, loss } from '../support/advice-case';

test('reports two layers of the same name only if both are in one state', () =>
  check(`
  ${data}
  layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
  layer { name: "ip" type: "TanH" bottom: "ip" top: "ip" include { phase: TRAIN } }
  #              ^^ net/duplicate-layer-name
  layer { name: "out" type: "ReLU" bottom: "ip" top: "ip" include { phase: TRAIN } }
  layer { name: "out" type: "Sigmoid" bottom: "ip" top: "ip" include { phase: TEST } }
  ${loss}
`));
