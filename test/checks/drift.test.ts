/** Layers of one name and other shapes in nets that are to hold the same weights. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { drift, stemOf } from '#core/checks/drift';
import { bvlc } from '#core/dialects/bvlc';
import { argumentsOf } from '#core/problems/index';
import { testState } from '#core/net/state';

const net = (outputs: number, name = 'fc', bias = true): string =>
  `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 } } }
   layer { name: "${name}" type: "InnerProduct" bottom: "d" top: "fc" inner_product_param { num_output: ${outputs} bias_term: ${bias} } }`;

function driftOf(text: string, ...others: readonly string[]): readonly unknown[] {
  const statesOf = (each: string) => [analyze(each, { dialect: bvlc }).state(testState)];
  const siblings = others.map((each, i) => ({
    file: `${String(i)}.prototxt`,
    uri: `file:///${String(i)}.prototxt`,
    text: each,
    states: statesOf(each),
  }));
  return drift(statesOf(text), siblings).map((problem) => {
    const { layer, role, shape, other, file } = argumentsOf(problem);
    return [text.slice(problem.span.start, problem.span.end), layer, role, shape, other, file].map(String).join(' ');
  });
}

test('one problem a layer, for its first blob that differs, from the first net that it differs from', () => {
  expect(driftOf(net(4), net(4), net(5), net(6))).toEqual(['fc fc weight 4×3 5×3 1.prototxt']);
});

test('nothing where names, or all shapes, agree', () => {
  expect(driftOf(net(4), net(5, 'other'), net(4, 'fc', false))).toEqual([]);
  expect(driftOf(net(4))).toEqual([]);
});

test.each([
  ['train_val.prototxt', ''],
  ['lenet_train_test.prototxt', 'lenet'],
  ['deploy.prototxt', ''],
  ['trainer.prototxt', 'trainer'],
])('the stem of %s is "%s"', (name, stem) => {
  expect(stemOf(name)).toBe(stem);
});
