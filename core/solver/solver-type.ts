/** The algorithm: `type`, or the older enum `solver_type` (upgrade_proto.cpp, solver_factory.hpp). */
import { suggesting, type Problem } from '../problems';
import { entryOf, nameSpan, str, valueSpan, type Message } from '../schema/message';
import type { OtherCaffes } from '../schema/types';
import { slipOf } from '../text/suggest';

export const solverTypes: readonly string[] = ['AdaDelta', 'AdaGrad', 'Adam', 'Nesterov', 'RMSProp', 'SGD'];

const oldTypes: Readonly<Record<string, string>> = {
  SGD: 'SGD',
  NESTEROV: 'Nesterov',
  ADAGRAD: 'AdaGrad',
  RMSPROP: 'RMSProp',
  ADADELTA: 'AdaDelta',
  ADAM: 'Adam',
};

/** After Caffe's upgrade; `type` as written where both are given. */
export function solverTypeOf(solver: Message): string {
  const old = entryOf(solver, 'solver_type');
  if (entryOf(solver, 'type') || typeof old?.value !== 'string') return str(solver, 'type');
  return oldTypes[old.value] ?? old.value;
}

export function checkSolverType(solver: Message, others: OtherCaffes | undefined): readonly Problem[] {
  const problems: Problem[] = [];
  const type = entryOf(solver, 'type');
  const old = entryOf(solver, 'solver_type');
  if (type && old) {
    const args = { type: str(solver, 'type'), old: String(old.value) };
    problems.push({ code: 'solver/type-and-solver-type', span: nameSpan(old.node), args });
  }
  const at = type ?? old;
  const found = solverTypeOf(solver);
  if (!at || solverTypes.includes(found)) return problems;
  const span = valueSpan(at);
  const suggestion = slipOf(found, solverTypes);
  if (others?.accepts(found)) return problems;
  const problem: Problem =
    others && suggestion === undefined && found !== ''
      ? { code: 'schema/unknown-name', span, args: { what: { phrase: 'solver-type' }, name: found } }
      : { code: 'solver/unknown-type', span, args: { type: found, types: solverTypes } };
  return [...problems, suggesting(problem, suggestion)];
}
