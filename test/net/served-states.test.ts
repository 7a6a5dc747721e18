/** Which states a file is looked at in, where nobody asked for any. */
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
    'under stages alone, a phase by the name of the stage',
    source('include { stage: "train" }') + source('include { stage: "val" }') + source('include { stage: "deploy" }'),
    ['TRAIN, stage train', 'TEST, stage val', 'TEST, stage deploy'],
  ],
  [
    'plainly in one phase, under stages in the other',
    source('include { phase: TRAIN }') + source('include { phase: TEST stage: "on-train" }'),
    ['TRAIN', 'TEST, stage on-train'],
  ],
  ['plainly: stages without a phase add none', source('') + source('include { stage: "extra" }'), ['TRAIN', 'TEST']],
  ['nowhere', 'layer { name: "r" type: "ReLU" bottom: "a" top: "b" }\n', ['TEST']],
])('data %s', (_, text, states) => {
  expect(served(text)).toEqual(states);
});

test("a solver's states take the place of those of their phase, if they say more than the phase", () => {
  const factored: NetState = { phase: 'TEST', level: 0, stages: ['factored'] };
  expect(served(source(''), [factored])).toEqual(['TRAIN', 'TEST, stage factored']);
  expect(served(source(''), [{ ...factored, stages: [] }])).toEqual(['TRAIN', 'TEST']);
  expect(asSolved([], [factored])).toEqual([]);
});
