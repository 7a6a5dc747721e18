import { infoOf, type Problem } from '#core/problems/index';
import { bind } from '#core/schema/bind';
import { bvlc } from '#core/dialects/bvlc';
import { bvlcSchema } from '#core/schema/compiled';
import type { Message } from '#core/schema/message';
import { learningRate } from '#core/solver/learning-rate';
import { solverProblems } from '#core/solver/solver';
import { solverTypeOf } from '#core/solver/solver-type';
import { parse } from '#core/text/parser';
import { describe, expect, test } from 'vitest';
import { readSharedLines, sharedIsAbsent } from '../support/shared';

interface SolverCase {
  readonly id: number;
  readonly prototxt: string;
  readonly ok: boolean;
  readonly type?: string;
  /** At iterations 0 to 120, with nine digits; null if not finite. */
  readonly lr?: readonly (number | null)[];
  readonly error?: string;
}

describe.skipIf(sharedIsAbsent())('solvers', () => {
  test('have the same verdict as in Caffe', () => {
    const cases = readCases();
    const differing = cases.filter(({ prototxt, ok }) => ok !== (errorsOf(prototxt).length === 0));
    expect(differing.map(({ id, error, prototxt }) => ({ id, error, ours: errorsOf(prototxt) }))).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  test('have the same type and bit-identical learning rates as in Caffe', () => {
    const differing = readCases().filter((each) => each.ok && !agrees(each));
    expect(differing.map(({ id }) => id)).toEqual([]);
  });
});

function readCases(): readonly SolverCase[] {
  return readSharedLines('oracle/solvers.jsonl') as readonly SolverCase[];
}

function agrees({ prototxt, type, lr }: SolverCase): boolean {
  const solver = solverOf(prototxt).message;
  const same = (rate: number | null, iteration: number): boolean => {
    const ours = learningRate(solver, bvlc.solver, iteration);
    return rate === null ? typeof ours === 'number' && !Number.isFinite(ours) : ours === Math.fround(rate);
  };
  return solverTypeOf(solver) === type && lr !== undefined && lr.every(same);
}

function errorsOf(text: string): readonly string[] {
  const { message, problems } = solverOf(text);
  const all = message.state === 'sound' ? [...problems, ...solverProblems(message, bvlc)] : problems;
  return all.filter(({ code }) => infoOf(code).severity === 'error').map(({ code }) => code);
}

function solverOf(text: string): { readonly message: Message; readonly problems: readonly Problem[] } {
  const { tree, problems: syntaxProblems } = parse(text);
  const type = bvlcSchema.messages.get('SolverParameter');
  if (!type) throw new Error('no SolverParameter');
  const { message, problems } = bind(tree, type, { dialect: 'BVLC Caffe', syntaxProblems });
  return { message, problems: [...syntaxProblems, ...problems] };
}
