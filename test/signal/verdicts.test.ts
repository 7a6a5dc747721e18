/** The verdicts of the forecast, at the first layer that they apply to. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { isDeep } from '#core/checks/index';
import { argumentsOf, pageOf } from '#core/problems/index';
import { trainState } from '#core/net/state';
import { runToEnd } from '#core/steps';
import { deepNet, loss } from '../support/deep-net';

function said(text: string): readonly (readonly [code: string, layer: unknown])[] {
  return analyze(text, { dialect: bvlc, depth: 'all' })
    .problems.filter(({ code }) => pageOf(code) === 'signal')
    .map((problem) => [problem.code, argumentsOf(problem)['layer']]);
}

test('reports xavier before ReLU, which vanishes after some layers, but not msra', () => {
  const [first, ...others] = said(deepNet('type: "xavier"', 16));
  expect(first?.[0]).toBe('signal/vanishing-xavier');
  expect(others.map(([code]) => code)).not.toContain('signal/vanishing-filler');
  expect(
    said(deepNet('type: "msra"', 16)).filter(
      ([code]) => code.startsWith('signal/vanishing') && !code.includes('gradient'),
    ),
  ).toEqual([]);
});

test('reports a small gaussian as vanishing and a large one as exploding, each at its first layer', () => {
  expect(said(deepNet('type: "gaussian" std: 0.01', 4))[0]).toEqual(['signal/vanishing-filler', 'c1']);
  expect(said(deepNet('type: "gaussian" std: 1', 4))).toContainEqual(['signal/exploding-filler', 'c2']);
});

test('reports a convolution with zero weights before a ReLU as dead', () => {
  expect(said(deepNet('type: "constant"', 2))).toContainEqual(['signal/dead', 'c0']);
});

test('reports a sigmoid with large inputs as saturating', () => {
  // Of the first, 45 % of the values are saturated; of the second, more than half.
  expect(said(deepNet('type: "gaussian" std: 1', 2, 'Sigmoid'))).toContainEqual(['signal/saturating', 'r1']);
  expect(said(deepNet('type: "gaussian" std: 2', 2, 'Sigmoid'))).toContainEqual(['signal/saturating', 'r0']);
});

test('reports nothing at a data layer, whatever it outputs', () => {
  const data =
    'layer { name: "data" type: "DummyData" top: "data" dummy_data_param { shape { dim: 8 dim: 64 } data_filler { type: "gaussian" std: 0.001 } } }';
  const label = 'layer { name: "label" type: "DummyData" top: "label" dummy_data_param { shape { dim: 8 } } }';
  const ip =
    'layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip" inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }';
  const end = 'layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" top: "loss" }';
  expect(said([data, label, ip, end].join('\n'))).toEqual([]);
});

test('reports nothing for a net that does not learn', () => {
  expect(said(deepNet('type: "gaussian" std: 0.01', 4).replace(loss('score'), ''))).toEqual([]);
});

test('reports the same verdicts in steps for a large net, and at once for a small one', () => {
  const large = deepNet('type: "xavier"', 60);
  const quick = analyze(large, { dialect: bvlc });
  expect(quick.problems.filter(isDeep)).toEqual([]);
  const steps = quick.deeper?.();
  expect(steps?.next().done).toBe(false);
  const deep = runToEnd(quick.deeper?.() ?? expect.fail('nothing is left out'));
  const whole = analyze(large, { dialect: bvlc, depth: 'all' });
  expect(deep.problems.filter(isDeep).length).toBeGreaterThan(0);
  expect(deep.problems).toEqual(whole.problems);
  expect(deep.problemsIn(trainState)).toEqual(whole.problemsIn(trainState));
  expect([deep.deeper, whole.deeper]).toEqual([undefined, undefined]);
  const small = analyze(deepNet('type: "gaussian" std: 0.01', 4), { dialect: bvlc });
  expect([small.deeper, small.problems.filter(isDeep).length > 0]).toEqual([undefined, true]);
});

test('judges a net inside a solver in the same way', () => {
  const solver = (count: number): ReturnType<typeof analyze> =>
    analyze(
      `net_param { ${deepNet('type: "gaussian" std: 0.01', count)} }\nbase_lr: 0.1 lr_policy: "fixed" max_iter: 1\n`,
      { dialect: bvlc },
    );
  expect(solver(4).problems.some(isDeep)).toBe(true);
  const large = solver(60);
  expect(large.problems.some(isDeep)).toBe(false);
  expect(runToEnd(large.deeper?.() ?? expect.fail('nothing is left out')).problems.some(isDeep)).toBe(true);
});
