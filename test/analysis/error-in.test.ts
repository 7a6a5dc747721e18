/** The first error of a state, which is found without the advice. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { isError } from '#core/problems/index';
import { testState, trainState } from '#core/net/state';

const layer = 'name: "a" type: "Input" top: "a" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } }';
const texts = {
  'without errors': `layer { ${layer} }`,
  'an error of the text': `layer { ${layer} layer {`,
  'an error of a layer, in one state': `layer { ${layer} } layer { name: "b" type: "Pooling" bottom: "a" top: "b" pooling_param { kernel_size: 2 pad: 2 } include { phase: TEST } }`,
  'an error that a comment suppresses': `# prototxt-disable net/unknown-bottom\nlayer { ${layer} } layer { name: "b" type: "ReLU" bottom: "c" top: "b" }`,
  'no net': 'base_lr: 0.1 lr_policy: "fixed"',
};
const examples = readdirSync('examples').map((name) => [name, readFileSync(`examples/${name}`, 'utf8')] as const);

test.each([...Object.entries(texts), ...examples])('the same as among all problems: %s', (_, text) => {
  const analysis = analyze(text, { dialect: bvlc, depth: 'all' });
  for (const state of analysis.kind === 'net' ? [trainState, testState] : [])
    expect(analysis.errorIn(state)).toEqual(analysis.problemsIn(state).find(isError));
});

test('each in its state', () => {
  const analysis = analyze(texts['an error of a layer, in one state'], { dialect: bvlc });
  expect([trainState, testState].map((state) => analysis.errorIn(state)?.code)).toEqual([
    undefined,
    'layer/pad-too-large',
  ]);
});
