/** Which states a file is analyzed in if none is requested. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { formatState } from '#core/net/state';
import type { NetState } from '#core/net/model';
import { asSolved } from '#core/analysis/served-states';

const source = (rule: string): string =>
  `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 } } ${rule} }\n`;

function served(text: string, solverStates: readonly NetState[] = []): readonly string[] {
  return analyze(text, { dialect: bvlc, kind: 'net', solverStates }).states.map(formatState);
}

test.each([
  ['in both phases', source(''), ['TRAIN', 'TEST']],
  ['in one phase', source('include { phase: TEST }'), ['TEST']],
  [
    'only under stages, where the name of a stage tells its phase',
    source('include { stage: "train" }') + source('include { stage: "val" }') + source('include { stage: "deploy" }'),
    ['TRAIN, stage train', 'TEST, stage val', 'TEST, stage deploy'],
  ],
  [
    'in one phase, and under stages in the other',
    source('include { phase: TRAIN }') + source('include { phase: TEST stage: "on-train" }'),
    ['TRAIN', 'TEST, stage on-train'],
  ],
  [
    'without rules, and in stages without a phase, which add no state',
    source('') + source('include { stage: "extra" }'),
    ['TRAIN', 'TEST'],
  ],
  ['nowhere', 'layer { name: "r" type: "ReLU" bottom: "a" top: "b" }\n', ['TEST']],
])('selects the states of a file with data %s', (_, text, states) => {
  expect(served(text)).toEqual(states);
});

test("replaces a phase by the solver's states if these are more specific", () => {
  const factored: NetState = { phase: 'TEST', level: 0, stages: ['factored'] };
  expect(served(source(''), [factored])).toEqual(['TRAIN', 'TEST, stage factored']);
  expect(served(source(''), [{ ...factored, stages: [] }])).toEqual(['TRAIN', 'TEST']);
  expect(asSolved([], [factored])).toEqual([]);
});
