/** What the forecast says against a net that is to learn, at the layer where it shows first. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { isDeep } from '#core/checks/index';
import { argumentsOf, pageOf } from '#core/problems/index';
import { testState, trainState } from '#core/net/state';
import { deepNet, loss } from '../support/deep-net';

function said(text: string, depth: 'quick' | 'all', state = trainState): readonly string[] {
  return analyze(text, { dialect: bvlc, depth, states: [state] })
    .problems.filter(({ code }) => pageOf(code) === 'signal')
    .map((problem) => `${problem.code} ${String(argumentsOf(problem)['layer'])}`);
}

const small = deepNet('type: "gaussian" std: 0.01', 4);

test('a small net is judged at once', () => {
  expect(said(small, 'quick')[0]).toBe('signal/vanishing-filler c1');
  expect(said(small, 'quick')).toEqual(said(small, 'all'));
});

test('a net of more than 100 layers is judged in steps', () => {
  const large = deepNet('type: "xavier"', 60);
  expect(said(large, 'quick')).toEqual([]);
  expect(said(large, 'all').length).toBeGreaterThan(0);
  expect(analyze(large, { dialect: bvlc, depth: 'all' }).problems.some(isDeep)).toBe(true);
});

test('not without a loss, nor while testing', () => {
  expect(said(small.replace(loss('score'), ''), 'all')).toEqual([]);
  expect(said(small, 'all', testState)).toEqual([]);
});

test('a layer at which both the signal and the gradient vanish has both problems', () => {
  const ip = (name: string, bottom: string): string =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: 64 weight_filler { type: "xavier" } } }\n`;
  const input =
    'layer { name: "data" type: "DummyData" top: "data" top: "label" dummy_data_param { shape { dim: 8 dim: 64 } shape { dim: 8 } data_filler { type: "gaussian" } data_filler { value: 0 } } }\n';
  const power = 'layer { name: "p" type: "Power" bottom: "a" top: "p" power_param { scale: 0.001 } }\n';
  expect(said(input + ip('a', 'data') + power + ip('b', 'p') + loss('b'), 'all')).toEqual([
    'signal/vanishing p',
    'signal/vanishing-gradient p',
  ]);
});

test('a gradient that no layer below learns from is not judged', () => {
  const first = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 8 dim: 4 } } }\n';
  const label = 'layer { name: "label" type: "Input" top: "label" input_param { shape { dim: 8 } } }\n';
  const ip = (filler: string, lr = 1): string =>
    `layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" param { lr_mult: ${lr} } inner_product_param { num_output: 3 weight_filler { ${filler} } } }\n`;
  expect(said(first + label + ip('type: "gaussian" std: 100') + loss('ip'), 'all')).toEqual([]);
});
