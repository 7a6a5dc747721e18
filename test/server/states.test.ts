/** The state that a net is shown in, and those that a person may choose. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { statesAnswer } from '#server/features/states';

const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 } } }
  layer { name: "drop" type: "Dropout" bottom: "d" top: "e" include { phase: TRAIN } }
  layer { name: "t" type: "TanH" bottom: "d" top: "f" include { phase: TEST stage: "val" } }`;

test('phases and stages that rules ask for, each with its layers', () => {
  const answer = statesAnswer(analyze(net, { dialect: bvlc }), []);
  expect(answer?.choices.map(({ label, layers }) => `${label}: ${String(layers)}`)).toEqual([
    'TRAIN: 2',
    'TEST: 1',
    'TRAIN, stage val: 2',
    'TEST, stage val: 2',
  ]);
  expect(answer).toMatchObject({ shown: ['TRAIN', 'TEST'], schema: 'BVLC Caffe' });
});

test('a solver has none', () => {
  expect(statesAnswer(analyze('net: "a" base_lr: 1', { dialect: bvlc }), [])).toBeNull();
});
