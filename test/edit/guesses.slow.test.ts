/** Guesses are judged by analyzing the changed text, of which there is a limit over all problems of a text: it takes seconds. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { fixesOf } from '#core/edit/fixes/index';

const data = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }\n';

test('in a text with very many problems, only the first get a guess', () => {
  const layer = (i: number): string => `layer { name: "r${i}" type: "ReLU" bottom: "nothing here" top: "r${i}" }\n`;
  const text = `${data}${Array.from({ length: 2000 }, (_, i) => layer(i)).join('')}`;
  const analysis = analyze(text, { dialect: bvlc });
  const [first, ...others] = analysis.problems;
  expect(others.length).toBe(1999);
  expect(first && fixesOf(analysis, first).length).toBeGreaterThan(0);
  expect(others.slice(100).flatMap((problem) => fixesOf(analysis, problem))).toEqual([]);
});
