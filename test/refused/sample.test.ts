/** A sample of a real Caffe's answers for small nets and solvers: the same shapes, weights and learning rates. */
import { bvlc } from '#core/dialects/bvlc';
import { learningRate } from '#core/solver/learning-rate';
import { solverTypeOf } from '#core/solver/solver-type';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleCases } from '../oracle/cases';
import { judge } from '../oracle/judge';
import { list } from '../oracle/report';
import { solverOf } from '../solver/solver-case';

test('gives nets the same layers, shapes and initial values', () => {
  const judged = sampleCases().map((each) => ({ case: each, judgement: judge(each) }));
  expect(judged.length).toBeGreaterThan(150);
  expect(list(judged)).toBe('');
});

interface SolverSample {
  readonly id: number;
  readonly prototxt: string;
  readonly type: string;
  /** At iterations 0, 20, … 120; null if not finite. */
  readonly lr: readonly (number | null)[];
}

const solvers = readFileSync('test/fixtures/solvers.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as SolverSample);

test('gives solvers the same type and learning rates', () => {
  const differing = solvers.filter(({ prototxt, type, lr }) => {
    const solver = solverOf(prototxt);
    const same = (rate: number | null, i: number): boolean => {
      const ours = learningRate(solver, bvlc.solver, 20 * i) ?? NaN;
      return rate === null ? !Number.isFinite(ours) : ours === Math.fround(rate);
    };
    return solverTypeOf(solver) !== type || !lr.every(same);
  });
  expect(differing.map(({ id }) => id)).toEqual([]);
});
