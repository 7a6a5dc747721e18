/**
 * Learning-rate policies in tables. A row is what the solver says, and iterations with the rates that Caffe makes of them, as
 * short as a float32 allows, or the code of what it rejects.
 *
 *     ['base_lr: 1 gamma: 0.5 stepsize: 30', '29: 1, 30: 0.5, 60: 0.25'],
 */
import { expect, test } from 'vitest';
import { bvlc } from '#core/dialects/bvlc';
import { dialectOf } from '#core/dialects/index';
import { shortestFloat32 } from '#core/numbers';
import { learningRate } from '#core/solver/learning-rate';
import { solverProblems } from '#core/solver/solver';
import { solverOf } from '../solver/solver-case';

/** A test a row. `fork`: id of a dialect. */
export function rateTable(
  policy: string,
  rows: readonly (readonly [says: string, rates: string])[],
  fork?: string,
): void {
  const dialect = fork === undefined ? bvlc : dialectOf(fork);
  if (!dialect) throw new Error(`no dialect ${fork ?? ''}`);
  test.each(rows)(`${policy}${fork === undefined ? '' : ` (${fork})`}: %s → %s`, (says, rates) => {
    const solver = solverOf(`net: "a" lr_policy: "${policy}" ${says}`, dialect);
    const errors = solverProblems(solver, dialect).filter(({ code }) => code !== 'solver/dead-field');
    const at = (iteration: number): string => {
      const rate = learningRate(solver, dialect.solver, iteration);
      return typeof rate === 'number' ? String(shortestFloat32(rate)) : String(rate);
    };
    const iterations = rates.split(', ').map((each) => Number(each.split(':')[0]));
    const shown =
      errors.length > 0
        ? errors.map(({ code }) => code).join(', ')
        : iterations.map((iteration) => `${String(iteration)}: ${at(iteration)}`).join(', ');
    expect(shown).toBe(rates);
  });
}
