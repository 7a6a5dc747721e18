/** What a run shows of a net, and what it does not. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { trainState } from '#core/net/state';
import { planOf } from '#core/onnx/plan-of';
import type { WhatIf } from '#core/onnx/what-if';
import { plainEngine } from '#core/random/plain-engine';
import { caffeDigits, evenLossOf } from '#run/even-loss';
import { findingLabel, findingsOf, findingText, isSerious, subjectOf, type Finding } from '#run/findings';
import { outside, unitsOf } from '#run/reduce';
import { runNet, type RanBack, type RanLayer } from '#run/run';
import { nodeRuntime } from '../support/runtime';

const input =
  'layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 32 dim: 50 } shape { dim: 32 } } }';
const ip = (name: string, bottom: string, filler: string, bias = 0): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: 50 weight_filler { ${filler} } bias_filler { value: ${bias} } } }`;
const act = (type: string, blob: string): string =>
  `layer { name: "${type}" type: "${type}" bottom: "${blob}" top: "${blob}" }`;
const loss = (bottom: string): string =>
  `layer { name: "loss" type: "SoftmaxWithLoss" bottom: "${bottom}" bottom: "label" top: "loss" }`;
const xavier = 'type: "xavier"';

function prepared(layers: readonly string[], whatIf?: WhatIf): ReturnType<typeof planOf> {
  const world = { datum: undefined, meanShape: () => undefined };
  const analysis = analyze([input, ...layers].join('\n'), { dialect: bvlc, world });
  return planOf(analysis.state(trainState), bvlc, world, { seed: 1701, batch: undefined, whatIf, back: true });
}

interface Ran {
  readonly layers: readonly RanLayer[];
  readonly back: readonly RanBack[];
}

async function ran(plan: ReturnType<typeof planOf>['plan']): Promise<Ran> {
  const layers: RanLayer[] = [];
  const back: RanBack[] = [];
  for await (const event of runNet(plan, plainEngine(), await nodeRuntime())) {
    if (event.kind === 'layer') layers.push(event.layer);
    if (event.kind === 'back') back.push(event.layer);
  }
  return { layers, back };
}

async function found(layers: readonly string[], whatIf?: WhatIf): Promise<readonly string[]> {
  const { state, plan } = prepared(layers, whatIf);
  const { layers: all, back } = await ran(plan);
  return [...findingsOf(all, state, back)].flatMap(([index, list]) =>
    list.map((finding) => `${all[index]?.name ?? ''}: ${findingText(finding, english)}`),
  );
}

describe('at a layer', () => {
  test('nothing is found in a net that keeps its signal', async () => {
    expect(await found([ip('a', 'data', xavier), act('ReLU', 'a'), ip('b', 'a', xavier), loss('b')])).toEqual([]);
  });

  test('activations vanish, except at the outputs', async () => {
    const small = 'type: "gaussian" std: 0.001';
    expect(await found([ip('a', 'data', small), ip('b', 'a', small), loss('b')])).toEqual([
      expect.stringMatching(/^a: vanishing: second moment \d\.\de-5 × that of the input$/),
      expect.stringMatching(/^b: vanishing gradient: second moment \d\.\de-5 × that at the output$/),
    ]);
  });

  test('activations explode', async () => {
    expect(await found([ip('a', 'data', 'type: "gaussian" std: 100'), ip('b', 'a', xavier), loss('b')])).toEqual([
      expect.stringMatching(/^a: exploding: second moment \d+0000 × that of the input$/),
    ]);
  });

  test('gradients vanish, and explode', async () => {
    const upper = (std: number): readonly string[] => [
      ip('a', 'data', xavier),
      ip('b', 'a', `type: "gaussian" std: ${std}`),
      loss('b'),
    ];
    expect(await found(upper(0.0001))).toContainEqual(
      expect.stringMatching(/^b: vanishing gradient: second moment \d\.\de-7 × that at the output$/),
    );
    expect(await found(upper(100))).toContainEqual(
      expect.stringMatching(/^b: exploding gradient: second moment \d+0000 × that at the output$/),
    );
  });

  test('units are dead that no item reaches', async () => {
    expect(await found([ip('a', 'data', xavier, -2), act('ReLU', 'a'), ip('b', 'a', xavier), loss('b')])).toEqual([
      expect.stringMatching(/^ReLU: \d+ of 50 units are 0 for the whole batch$/),
    ]);
    expect(await found([ip('a', 'data', xavier, -50), act('ReLU', 'a'), ip('b', 'a', xavier), loss('b')])).toEqual([
      'ReLU: every value is 0',
    ]);
  });

  test.each([
    ['TanH', 20],
    ['Sigmoid', 20],
  ])('%s is saturated where its input is large', async (type, std) => {
    const wide = `type: "gaussian" std: ${std}`;
    expect(
      await found([ip('a', 'data', wide), ip('b', 'data', xavier), act(type, 'a'), ip('c', 'a', xavier), loss('c')]),
    ).toContainEqual(expect.stringMatching(/: 9\d % of the values are saturated$/));
  });

  test('values are not finite', async () => {
    const log = 'layer { name: "log" type: "Log" bottom: "data" top: "l" }';
    expect(await found([log, ip('a', 'l', xavier), loss('a')])).toContain(
      'log: some values are infinite or not a number',
    );
  });
});

test('LSUV scales each filter until the variance of its top is 1', async () => {
  const { plan } = prepared(
    [
      ip('a', 'data', 'type: "gaussian" std: 0.001'),
      act('ReLU', 'a'),
      ip('b', 'a', xavier, 3),
      ip('zero', 'b', ''),
      loss('zero'),
    ],
    'lsuv',
  );
  const { layers } = await ran(plan);
  const variance = (name: string): number => {
    const { m2 = 0, mean = 0 } = layers.find((layer) => layer.name === name)?.tops[0] ?? {};
    return m2 - mean * mean;
  };
  expect(Math.abs(variance('a') - 1)).toBeLessThan(0.01);
  expect(Math.abs(variance('b') - 1)).toBeLessThan(0.01);
  expect(variance('zero')).toBe(0);
});

describe('the loss of equal probabilities', () => {
  const even = (...layers: readonly string[]): ReturnType<typeof evenLossOf> => {
    const { plan, state } = prepared(layers);
    return evenLossOf(plan, state);
  };
  test('is ln of the number of classes, weighted', () => {
    expect(even(ip('a', 'data', xavier), loss('a'))).toEqual({ formula: 'ln 50', value: Math.log(50) });
    const weighted = loss('a').replace('"loss" }', '"loss" loss_weight: 0.5 }');
    expect(even(ip('a', 'data', xavier), weighted)).toEqual({ formula: '0.5 × ln 50', value: Math.log(50) / 2 });
  });

  test.each([
    ['no loss', ''],
    ['another normalization', loss('a').replace('"loss" }', '"loss" loss_param { normalization: NONE } }')],
    ['another loss', 'layer { name: "l" type: "EuclideanLoss" bottom: "a" bottom: "data" top: "l" }'],
  ])('is unknown for %s', (_, layer) => {
    expect(even(ip('a', 'data', xavier), layer)).toBeUndefined();
  });
});

test.each([
  [2.302585, '2.30259'],
  [11, '11'],
  [0.0001, '0.0001'],
  [0.00001234567, '1.23457e-05'],
  [1234567, '1.23457e+06'],
  [-0, '0'],
  [Infinity, 'inf'],
  [NaN, 'nan'],
])('%s is printed as %s', (value, text) => {
  expect(caffeDigits(value)).toBe(text);
});

test('units are channels, or outputs; those that are 0 everywhere are silent', () => {
  expect(unitsOf(Float32Array.of(0, 0, 1, 0, 0, 0, 0, 0), [2, 2, 2])).toEqual({ count: 2, silent: 1, size: 4 });
  expect(unitsOf(Float32Array.of(0, 1, 0, 0), [2, 2])).toEqual({ count: 2, silent: 1, size: 2 });
  for (const shape of [[], [4], [0, 3], [2, 3]]) expect(unitsOf(new Float32Array(4), shape)).toBeNull();
});

test('counts what is outside of a range, and nothing that is not a number', () => {
  expect(outside(Float32Array.of(-2, -1, 0, 1, 2, NaN, Infinity), [-1, 1])).toBe(3);
});

test.each([
  [{ kind: 'vanishing', value: 1e-5 }, 'activations', true, 'vanishing: 1e-5 ×'],
  [{ kind: 'exploding-gradient', value: 12345 }, 'gradients', true, 'exploding: 12000 ×'],
  [{ kind: 'dead', silent: 4, count: 10, units: 'channels' }, 'activations', false, '4 of 10 channels are 0'],
  [{ kind: 'dead', silent: 5, count: 10, units: 'units' }, 'activations', true, '5 of 10 units are 0'],
  [{ kind: 'saturated', share: 0.2 }, 'activations', false, '20 % saturated'],
  [{ kind: 'zero' }, 'activations', true, 'every value is 0'],
  [{ kind: 'not-finite' }, 'activations', true, 'not finite'],
] satisfies readonly (readonly [Finding, string, boolean, string])[])(
  '%j beside a drawing',
  (finding, of, serious, label) => {
    expect([subjectOf(finding), isSerious(finding), findingLabel(finding, english)]).toEqual([of, serious, label]);
  },
);
