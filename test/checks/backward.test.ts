/** Which gradients Backward computes; the rows follow net.cpp, Init. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { gradientsAsked } from '#core/checks/backward';
import { factsOf } from '#core/checks/facts';
import { bvlc } from '#core/dialects/bvlc';

const data = 'input: "d" input_shape { dim: 2 dim: 8 } input: "l" input_shape { dim: 2 }\n';
const ip = (name: string, bottom: string, more = ''): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" ${more} inner_product_param { num_output: 8 } }\n`;
const relu = (blob: string): string => `layer { name: "r" type: "ReLU" bottom: "${blob}" top: "${blob}" }\n`;
const loss = (blob: string, more = ''): string =>
  `layer { name: "loss" type: "SoftmaxWithLoss" bottom: "${blob}" bottom: "l" ${more} }\n`;

/** The layers, without those of the data, that are asked for the gradient of their first bottom. */
function asked(layers: string): readonly string[] {
  const analysis = analyze(data + layers, { dialect: bvlc, kind: 'net' });
  const state = analysis.state({ phase: 'TRAIN', level: 0, stages: [] });
  const gradients = gradientsAsked(factsOf(state));
  return state.layers.flatMap(({ layer }, i) => (gradients[i]?.[0] === true ? [layer.name] : []));
}

test.each([
  ['a chain', ip('a', 'd') + ip('b', 'a') + loss('b'), ['b', 'loss']],
  ['nothing that learns', ip('a', 'd', 'param { lr_mult: 0 } param { lr_mult: 0 }') + loss('a'), []],
  ['no loss', ip('a', 'd') + ip('b', 'a'), []],
  ['propagate_down', ip('a', 'd') + ip('b', 'a') + ip('c', 'b', 'propagate_down: false') + loss('c'), ['loss']],
  [
    'propagate_down of a layer in place',
    ip('a', 'd') + relu('a') + ip('b', 'a', 'propagate_down: false') + loss('b'),
    ['loss'],
  ],
  [
    'propagate_down of one of two readers',
    ip('a', 'd') + relu('a') + ip('b', 'a', 'propagate_down: false') + ip('c', 'a') + loss('b') + loss('c'),
    ['r', 'c', 'loss', 'loss'],
  ],
  [
    'a reader that leads to no loss',
    ip('a', 'd') + relu('a') + ip('b', 'a', 'propagate_down: false') + ip('c', 'a') + loss('b'),
    ['loss'],
  ],
  [
    'a loss weight of the blob itself',
    ip('a', 'd') + ip('b', 'a', 'loss_weight: 1') + ip('c', 'b', 'propagate_down: false') + loss('c'),
    ['b', 'loss'],
  ],
])('%s', (_, layers, expected) => {
  expect(asked(layers)).toEqual(expected);
});
