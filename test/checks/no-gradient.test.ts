/** A bottom that the layer can't give a gradient. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import { check, data } from '../support/advice-case';

test("reports a bottom that the layer can't give a gradient, which aborts Caffe in Backward", () => {
  const learned =
    'layer { name: "w" type: "InnerProduct" bottom: "data" top: "w" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }';
  check(`
    ${data}
    ${learned}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
    layer { name: "quiet" type: "Silence" bottom: "label" }
    layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "w" }
    #                                                                          ^ check/no-gradient
  `);
  check(`
    ${data}
    ${learned}
    layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 1 weight_filler { type: "xavier" } } }
    layer { name: "quiet" type: "Silence" bottom: "label" }
    layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "ip" bottom: "w" propagate_down: true propagate_down: false }
  `);
  check(`
    ${data}
    ${learned}
    layer { name: "t" type: "Threshold" bottom: "w" top: "t" }
    layer { name: "quiet" type: "Silence" bottom: "t" }
    layer { name: "loss" type: "HingeLoss" bottom: "w" bottom: "label" }
  `);
});

const ip = (name: string, bottom: string): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: 5 weight_filler { type: "xavier" } } }`;
const argMax = 'layer { name: "arg" type: "ArgMax" bottom: "cls" top: "arg" }';
const embed = (name: string, more: string): string =>
  `layer { name: "${name}" type: "Embed" bottom: "arg" top: "${name}" ${more} embed_param { num_output: 3 input_dim: 5 bias_term: false weight_filler { type: "gaussian" std: 0.1 } } }`;

test('reports no bottom of a layer whose readers need no gradient', () => {
  check(`
    ${data}
    ${ip('cls', 'data')}
    ${argMax}
    ${embed('emb', 'propagate_down: false')}
    ${ip('ip', 'emb')}
    layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" }
  `);
});

test('reports it where one of several readers needs a gradient', () => {
  check(`
    ${data}
    ${ip('cls', 'data')}
    ${argMax}
    #                                           ^^^ check/no-gradient
    ${embed('a', 'propagate_down: false')}
    ${embed('b', '')}
    #                                        ^^^ check/no-gradient
    layer { name: "sum" type: "Eltwise" bottom: "a" bottom: "b" top: "sum" }
    ${ip('ip', 'sum')}
    layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" }
  `);
});

test('reports nothing in phase TEST, which runs no Backward', () => {
  const net = (phase: string): string =>
    [
      'layer { name: "data" type: "DummyData" top: "data" top: "label" dummy_data_param { shape { dim: 2 dim: 8 } shape { dim: 2 } } }',
      ip('cls', 'data'),
      argMax.replace('"ArgMax"', `"ArgMax" include { phase: ${phase} }`),
      ip('ip', 'arg').replace('"InnerProduct"', `"InnerProduct" include { phase: ${phase} }`),
      'layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" }'.replace(
        '"SoftmaxWithLoss"',
        `"SoftmaxWithLoss" include { phase: ${phase} }`,
      ),
    ].join('\n');
  const codes = (phase: string): readonly string[] =>
    analyze(net(phase), { dialect: bvlc, kind: 'net' }).problems.map(({ code }) => code);
  expect(codes('TRAIN')).toContain('check/no-gradient');
  expect(codes('TEST')).not.toContain('check/no-gradient');
});

test("a top of TSN's Gather needs a gradient only if its bottom does", () => {
  const learned =
    'layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }';
  const tsn = dialectOf('tsn');
  check(
    `
    ${data}
    ${learned}
    layer { name: "g" type: "Gather" bottom: "ip" bottom: "label" top: "all" top: "labels" }
    layer { name: "loss" type: "SoftmaxWithLoss" bottom: "all" bottom: "labels" }
  `,
    tsn,
  );
  check(
    `
    ${data}
    ${learned}
    layer { name: "g" type: "Gather" bottom: "ip" bottom: "ip" top: "all" top: "labels" }
    layer { name: "quiet" type: "Silence" bottom: "label" }
    layer { name: "loss" type: "SigmoidCrossEntropyLoss" bottom: "all" bottom: "labels" }
    #                                                                           ^^^^^^ check/no-gradient
  `,
    tsn,
  );
});
