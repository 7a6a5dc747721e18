/** Fields that this policy or this type of solver never reads (sgd_solver.cpp, GetLearningRate; the solvers' own files). */
import type { Problem } from '../problems';
import { entriesOf, str, type Message } from '../schema/message';
import { policyOf } from './learning-policy';
import { policyReads } from './schedule';
import { solverTypeOf, solverTypes } from './solver-type';

const ofPolicies = ['gamma', 'power', 'stepsize', 'stepvalue'];

const readers: Readonly<Record<string, readonly string[]>> = {
  momentum2: ['Adam'],
  rms_decay: ['RMSProp'],
  delta: ['AdaGrad', 'RMSProp', 'AdaDelta', 'Adam'],
};

export function deadFields(solver: Message): readonly Problem[] {
  const policy = policyOf(solver);
  const type = solverTypeOf(solver);
  const unread = policy === undefined ? [] : ofPolicies.filter((name) => !policyReads(policy).includes(name));
  const unused = solverTypes.includes(type)
    ? Object.keys(readers).filter((name) => !readers[name]?.includes(type))
    : [];
  return [
    ...unread.flatMap((name) => deadIn(solver, name, `lr_policy: "${str(solver, 'lr_policy')}"`)),
    ...unused.flatMap((name) => deadIn(solver, name, `type: "${type}"`)),
  ];
}

function deadIn(solver: Message, name: string, cause: string): readonly Problem[] {
  return entriesOf(solver, name).map(
    ({ node: { start, end } }): Problem => ({ code: 'solver/dead-field', span: { start, end }, args: { name, cause } }),
  );
}
