/** Fields that this policy or type of solver never reads (sgd_solver.cpp, GetLearningRate; the solvers' own files). */
import type { SolverRules } from '../net/rules';
import type { Problem } from '../problems';
import { entriesOf, str, type Message } from '../schema/message';
import { policyOf } from './learning-policy';
import { readsOf } from './schedule';
import { solverTypeOf, solverTypes } from './solver-type';

const readers: Readonly<Record<string, readonly string[]>> = {
  momentum2: ['Adam'],
  rms_decay: ['RMSProp'],
  delta: ['AdaGrad', 'RMSProp', 'AdaDelta', 'Adam'],
};

export function deadFields(solver: Message, rules: SolverRules): readonly Problem[] {
  const policy = policyOf(solver, rules);
  const type = solverTypeOf(solver);
  const unread = policy === undefined ? [] : ofPolicies(rules).filter((name) => !readsOf(policy, rules).includes(name));
  const unused = solverTypes.includes(type)
    ? Object.keys(readers).filter((name) => !readers[name]?.includes(type))
    : [];
  return [
    ...unread.flatMap((name) => deadIn(solver, name, `lr_policy: "${str(solver, 'lr_policy')}"`)),
    ...unused.flatMap((name) => deadIn(solver, name, `type: "${type}"`)),
  ];
}

/** `max_iter` is read for any policy. */
function ofPolicies({ policies: { types, get } }: SolverRules): readonly string[] {
  const reads = types.flatMap((type) => get(type)?.reads ?? []);
  return [...new Set(reads)].filter((name) => name !== 'max_iter').sort();
}

function deadIn(solver: Message, name: string, cause: string): readonly Problem[] {
  return entriesOf(solver, name).map(
    ({ node: { start, end } }): Problem => ({ code: 'solver/dead-field', span: { start, end }, args: { name, cause } }),
  );
}
