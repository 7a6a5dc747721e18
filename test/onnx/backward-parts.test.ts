/** Backward in parts: whether tops are kept or computed again changes no value. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { trainState } from '#core/net/state';
import { runPlan, type RunPlan, type RunPlanOptions } from '#core/onnx/run-plan';
import { fastEngine } from '#core/random/wasm-engine';
import { runNet, type RanBack, type RanLayer } from '#run/run';
import { nodeRuntime } from '../support/runtime';

/** Shared params, a blob with two readers, layers in place, indices of maxima, and dropout masks. */
const net = `layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } shape { dim: 2 } } }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "msra" } } }
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
layer { name: "pool" type: "Pooling" bottom: "conv" top: "pool" pooling_param { kernel_size: 2 stride: 2 } }
layer { name: "norm" type: "LRN" bottom: "pool" top: "norm" }
layer { name: "a" type: "Convolution" bottom: "norm" top: "a" param { name: "w" } param { name: "b" } convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "msra" } } }
layer { name: "c" type: "Convolution" bottom: "a" top: "c" param { name: "w" } param { name: "b" } convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "msra" } } }
layer { name: "sum" type: "Eltwise" bottom: "c" bottom: "norm" top: "sum" }
layer { name: "drop" type: "Dropout" bottom: "sum" top: "sum" }
layer { name: "fc" type: "InnerProduct" bottom: "sum" top: "fc" inner_product_param { num_output: 5 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }
`;

function planned(options: RunPlanOptions, text = net): RunPlan {
  const analysis = analyze(text, { dialect: bvlc, kind: 'net', states: [trainState] });
  return runPlan(analysis.state(trainState), 1, { back: true, ...options });
}

interface Ran {
  readonly layers: readonly RanLayer[];
  readonly back: readonly RanBack[];
  readonly progress: readonly number[];
}

async function ran(plan: RunPlan): Promise<Ran> {
  const [layers, back, progress]: [RanLayer[], RanBack[], number[]] = [[], [], []];
  for await (const event of runNet(plan, fastEngine(), await nodeRuntime())) {
    if (event.kind === 'layer') layers.push(event.layer);
    if (event.kind === 'back') back.push(event.layer);
    if (event.kind === 'progress') progress.push(event.done);
  }
  return { layers, back, progress };
}

describe('in parts', () => {
  test.each([
    ['with kept tops', { partBytes: 1 }],
    ['with tops that are computed again', { partBytes: 2000, keptBytes: 0 }],
    ['with tops that are computed again, layer by layer', { partBytes: 1, keptBytes: 0 }],
  ])('%s, all values are the same', async (_, options) => {
    const [whole, parts] = [planned({}), planned(options)];
    expect([whole.back?.parts.length, parts.back?.parts.length === 1]).toEqual([1, false]);
    const [expected, found] = [await ran(whole), await ran(parts)];
    expect(found.layers).toEqual(expected.layers);
    expect(found.back).toEqual(expected.back);
    expect(found.progress.at(-1)).toBe(1);
  });
});

test('a shared param has the sum of all its gradients, in the order of Backward', async () => {
  // y = w · w · x with w = 2 and x = 3, and a loss of y² / 2: 72 at each layer.
  const layer = (name: string, bottom: string): string =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" param { name: "w" }
inner_product_param { num_output: 1 bias_term: false weight_filler { type: "constant" value: 2 } } }`;
  const dummy = (name: string, value: number): string =>
    `layer { name: "${name}" type: "DummyData" top: "${name}" dummy_data_param { shape { dim: 1 dim: 1 } data_filler { value: ${value} } } }`;
  const loss = 'layer { name: "loss" type: "EuclideanLoss" bottom: "b" bottom: "zero" top: "loss" }';
  const text = [dummy('x', 3), dummy('zero', 0), layer('a', 'x'), layer('b', 'a'), loss].join('\n');
  const { back } = await ran(planned({}, text));
  const gradientsOf = (name: string): unknown => back.find((each) => each.name === name)?.params.map(({ at }) => at);
  expect([gradientsOf('b'), gradientsOf('a')]).toEqual([[[72]], [[144]]]);
});

test('the gradient is unknown from a layer on for which there is too little memory', async () => {
  // relu has 2 · 648 values of 4 bytes, and as many gradients.
  const plan = planned({ mostBytes: 8000 });
  expect([plan.stopped, plan.back?.lost]).toEqual([undefined, { layer: 'relu', type: 'ReLU', reason: 'too-large' }]);
  const { back } = await ran(plan);
  const known = back.map(({ name, bottoms }) => [name, bottoms[0] !== null]);
  expect(known.slice(-3)).toEqual([
    ['pool', true],
    ['relu', false],
    ['conv', false],
  ]);
  expect(back.at(-1)?.params).toEqual([]);
});

test('without Backward nothing is kept for it', async () => {
  const plan = planned({ back: false });
  expect(plan.back).toBeUndefined();
  expect((await ran(plan)).back).toEqual([]);
});
