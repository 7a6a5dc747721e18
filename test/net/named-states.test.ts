import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { namedStates, statesOfSolver } from '#core/net/named-states';
import { formatState } from '#core/net/state';

function check(text: string, solver?: string): readonly string[] {
  const message = (source: string) => {
    const found = analyze(source, { dialect: bvlc }).message;
    if (!found) throw new Error('no message');
    return found;
  };
  return namedStates(message(text), solver === undefined ? [] : statesOfSolver(message(solver))).map(formatState);
}

test('offers both phases if no rule says more', () => {
  expect(check('layer { include { phase: TEST } }')).toEqual(['TRAIN', 'TEST']);
});

test('offers each stage alone, and each set that a rule requires, with each level', () => {
  expect(
    check('layer { include { stage: "b" stage: "a" } }\nlayer { exclude { not_stage: "c" min_level: 2 } }'),
  ).toEqual(
    ['', ', stage b, stage a', ', stage b', ', stage a', ', stage c'].flatMap((stages) =>
      ['', ', level 2'].flatMap((level) => ['TRAIN', 'TEST'].map((phase) => phase + level + stages)),
    ),
  );
});

test('offers the states of a solver', () => {
  expect(
    check(
      'layer { name: "a" }',
      'net: "x"\nbase_lr: 1\ntrain_state { stage: "fit" }\ntest_state { stage: "val" level: 1 }',
    ),
  ).toEqual(['TRAIN', 'TEST', 'TRAIN, stage fit', 'TEST, level 1, stage val']);
});
