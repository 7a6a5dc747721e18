/**
 * Nets written inside a solver, and the states in which it sets them up (solver.cpp, InitTrainNet and InitTestNets).
 */
import type { NetState } from '../net/model';
import { phaseNamed, testState, trainState } from '../net/state';
import { entriesOf, has, num, str, strs, sub, subs, type Message } from '../schema/message';

export interface InlineNet {
  /** A NetParameter, which Caffe does not upgrade here. */
  readonly net: Message;
  /** One for each time that it is set up. */
  readonly states: readonly NetState[];
}

export function inlineNets(solver: Message): readonly InlineNet[] {
  const trained = sub(solver, 'net_param') ?? sub(solver, 'train_net_param');
  const states = subs(solver, 'test_state');
  const written = subs(solver, 'test_net_param');
  const test = (net: Message, index: number): NetState => stateOf(testState, net, states[index]);
  const nets: InlineNet[] = written.map((net, i) => ({ net, states: [test(net, i)] }));
  if (trained)
    nets.push({
      net: trained,
      states: [
        stateOf(trainState, trained, sub(solver, 'train_state')),
        ...rest(solver, written.length).map((i) => test(trained, i)),
      ],
    });
  return nets;
}

/** Each `test_iter` beyond the test nets is one more test of the net in `net_param`. */
function rest(solver: Message, nInline: number): readonly number[] {
  if (!has(solver, 'net_param')) return [];
  const first = nInline + entriesOf(solver, 'test_net').length;
  return Array.from(
    { length: Math.min(maxTests, Math.max(0, entriesOf(solver, 'test_iter').length - first)) },
    (_, i) => first + i,
  );
}

/** Limit on the tests that are analyzed; no real solver has more. */
const maxTests = 16;

/** The net's own `state`, then that of the solver, on top of a phase: later values win, stages accumulate. */
function stateOf(base: NetState, net: Message, given: Message | undefined): NetState {
  return [sub(net, 'state'), given].reduce<NetState>((state, more) => (more ? merged(state, more) : state), base);
}

function merged(state: NetState, more: Message): NetState {
  return {
    phase: has(more, 'phase') ? phaseNamed(str(more, 'phase')) : state.phase,
    level: has(more, 'level') ? num(more, 'level') : state.level,
    stages: [...state.stages, ...strs(more, 'stage')],
  };
}
