/** What the forecast says against a net that is to learn, at the layer where it shows first. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { isDeep } from '#core/checks/index';
import { argumentsOf, pageOf } from '#core/problems/index';
import { testState, trainState } from '#core/net/state';
import { deepNet, loss } from '../support/deep-net';

function said(text: string, depth: 'quick' | 'all', state = trainState): readonly string[] {
  return analyze(text, { dialect: bvlc, depth, states: [state] })
    .problems.filter(({ code }) => pageOf(code) === 'signal')
    .map((problem) => `${problem.code} ${String(argumentsOf(problem)['layer'])}`);
}

const small = deepNet('type: "gaussian" std: 0.01', 4);

test('a small net is judged at once', () => {
  expect(said(small, 'quick')[0]).toBe('signal/vanishing-filler c1');
  expect(said(small, 'quick')).toEqual(said(small, 'all'));
});

test('a net of more than 100 layers is judged in steps', () => {
  const large = deepNet('type: "xavier"', 60);
  expect(said(large, 'quick')).toEqual([]);
  expect(said(large, 'all').length).toBeGreaterThan(0);
  expect(analyze(large, { dialect: bvlc, depth: 'all' }).problems.some(isDeep)).toBe(true);
});

test('not without a loss, nor while testing', () => {
  expect(said(small.replace(loss('score'), ''), 'all')).toEqual([]);
  expect(said(small, 'all', testState)).toEqual([]);
});
