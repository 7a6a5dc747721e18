/** Test nets and iterations of a solver (solver.cpp, InitTestNets). */
import type { SolverRules } from '../net/rules';
import { problemAt, type Problem } from '../problems';
import { entriesOf, entryOf, has, nameSpan, num, valueSpan, type Entry, type Message } from '../schema/message';
import { byPlace, firstPlace } from './place';

/** For a solver with exactly one train net. */
export function checkTestNets(solver: Message, { testsOnlyTestNets }: SolverRules): readonly Problem[] {
  const iterations = entriesOf(solver, 'test_iter');
  const nets = [...entriesOf(solver, 'test_net'), ...entriesOf(solver, 'test_net_param')].sort(byPlace);
  if (testsOnlyTestNets && nets.length === 0) return [];
  const nTests = countTestNets(solver);
  const interval = checkInterval(solver, iterations[0] ?? nets[0]);
  if (nTests === undefined) return [iterationCount(solver, iterations, nets), ...interval];
  return [...checkStates(solver, nTests), ...interval];
}

/**
 * Each `test_iter` is one net to test: a `test_net` or `test_net_param`, then the train net where `net` or `net_param`
 * gives it. Undefined where the counts don't match.
 */
function countTestNets(solver: Message): number | undefined {
  const nIterations = entriesOf(solver, 'test_iter').length;
  const nNets = entriesOf(solver, 'test_net').length + entriesOf(solver, 'test_net_param').length;
  const enough = has(solver, 'net') || has(solver, 'net_param') ? nIterations >= nNets : nIterations === nNets;
  return enough ? nIterations : undefined;
}

function iterationCount(solver: Message, iterations: readonly Entry[], nets: readonly Entry[]): Problem {
  const args = { found: iterations.length, expected: nets.length };
  const lacking = nets[iterations.length];
  if (lacking) return problemAt('solver/test-iter-missing', nameSpan(lacking.node), args);
  const surplus = iterations[nets.length];
  return problemAt('solver/test-iter-surplus', surplus ? valueSpan(surplus) : firstPlace(solver), args);
}

function checkStates(solver: Message, nTests: number): readonly Problem[] {
  const states = entriesOf(solver, 'test_state');
  if (states.length === 0 || states.length === nTests) return [];
  const at = states[nTests] ?? states.at(-1);
  return at
    ? [problemAt('solver/test-state-count', nameSpan(at.node), { found: states.length, expected: nTests })]
    : [];
}

function checkInterval(solver: Message, test: Entry | undefined): readonly Problem[] {
  const interval = num(solver, 'test_interval');
  if (!test || interval > 0) return [];
  const written = entryOf(solver, 'test_interval');
  return [problemAt('solver/test-interval', written ? valueSpan(written) : nameSpan(test.node), { interval })];
}
