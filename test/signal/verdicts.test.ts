/** What the forecast says against a net, at the first layer where it shows. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { pageOf } from '#core/codes/index';

function said(text: string): readonly (readonly [code: string, layer: unknown])[] {
  return analyze(text, { dialect: bvlc }).problems.filter(({ code }) => pageOf(code) === 'signal').map(({ code, args }) => [code, args['layer']]);
}

const data = 'layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "x" batch_size: 8 } } # prototxt: datum 3x32x32\n';
const loss = (bottom: string): string => `layer { name: "loss" type: "SoftmaxWithLoss" bottom: "${bottom}" bottom: "label" top: "loss" }\n`;

function deep(filler: string, count: number, neuron = 'ReLU'): string {
  const layers = Array.from({ length: count }, (_, i) => `
    layer { name: "c${i}" type: "Convolution" bottom: "${i === 0 ? 'data' : `c${i - 1}`}" top: "c${i}" convolution_param { num_output: 64 kernel_size: 3 pad: 1 weight_filler { ${filler} } } }
    layer { name: "r${i}" type: "${neuron}" bottom: "c${i}" top: "c${i}" }`);
  return `${data}${layers.join('')}
    layer { name: "score" type: "InnerProduct" bottom: "c${count - 1}" top: "score" inner_product_param { num_output: 10 weight_filler { type: "xavier" } } }
    ${loss('score')}`;
}

test('xavier before ReLU vanishes after some layers, and msra does not', () => {
  const [first, ...others] = said(deep('type: "xavier"', 16));
  expect(first?.[0]).toBe('signal/vanishing-xavier');
  expect(others.map(([code]) => code)).not.toContain('signal/vanishing-filler');
  expect(said(deep('type: "msra"', 16)).filter(([code]) => code.startsWith('signal/vanishing') && !code.includes('gradient'))).toEqual([]);
});

test('a small gaussian vanishes, a large one explodes, each at its first layer', () => {
  expect(said(deep('type: "gaussian" std: 0.01', 4))[0]).toEqual(['signal/vanishing-filler', 'c1']);
  expect(said(deep('type: "gaussian" std: 1', 4))).toContainEqual(['signal/exploding-filler', 'c2']);
});

test('a convolution without weights before a ReLU is dead', () => {
  expect(said(deep('type: "constant"', 2))).toContainEqual(['signal/dead', 'c0']);
});

test('a sigmoid that sees large values saturates', () => {
  expect(said(deep('type: "gaussian" std: 1', 2, 'Sigmoid'))).toContainEqual(['signal/saturating', 'r0']);
});

test('nothing is said of a net that learns nothing', () => {
  expect(said(deep('type: "gaussian" std: 0.01', 4).replace(loss('score'), ''))).toEqual([]);
});
