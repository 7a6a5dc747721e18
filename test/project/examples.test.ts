import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { infoOf, pageOf } from '#core/problems/index';
import { bvlc } from '#core/dialects/bvlc';
import { isKnown } from '#core/net/shape';

const names = readdirSync('examples').filter((name) => name.endsWith('.prototxt'));
const open = (name: string): ReturnType<typeof analyze> =>
  analyze(readFileSync(`examples/${name}`, 'utf8'), { dialect: bvlc });

test.each(names.filter((name) => name !== 'first_mistakes.prototxt'))(
  'has no problems in %s, and knows every shape',
  (name) => {
    const analysis = open(name);
    // Except for the forecast's problems, which two classic nets really have.
    expect(analysis.problems.filter(({ code }) => pageOf(code) !== 'signal')).toEqual([]);
    for (const state of analysis.states)
      expect(analysis.state(state).shapes.filter((shape) => !isKnown(shape))).toEqual([]);
  },
);

test('reports one error for each mistake in first_mistakes.prototxt', () => {
  const errors = open('first_mistakes.prototxt').problems.filter(({ code }) => infoOf(code).severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual([
    'filler/sparse-unsupported',
    'net/unknown-layer-type',
    'layer/pad-too-large',
    'net/unknown-bottom',
  ]);
});
