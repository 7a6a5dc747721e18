/** Selects the single state that a command works in: if there are two, the default one, with a note. */
import type { Analysis } from '#core/analysis/analysis';
import { isError } from '#core/problems/index';
import { fillIn, messageOf } from '#core/messages/render';
import type { NetState, Phase } from '#core/net/model';
import { formatState } from '#core/net/state';
import type { Io } from './io';

/** Undefined if the file is not a net, or one that Caffe rejects; the reason is reported. */
export function oneState(path: string, analysis: Analysis, usual: Phase, io: Io): NetState | undefined {
  const { states, kind } = analysis;
  const state = states.find(({ phase }) => phase === usual) ?? states[0];
  if (kind !== 'net' || !state) {
    io.complain(fillIn(io.language.cli['weights/not-a-net'], { path }));
    return undefined;
  }
  const error = analysis.problemsIn(state).find(isError);
  if (error) {
    const message = messageOf(error, io.language);
    io.complain(fillIn(io.language.cli['run/refused'], { path, state: formatState(state), message }));
    return undefined;
  }
  if (states.length > 1) {
    const args = { path, states: states.map(formatState), state: formatState(state) };
    io.complain(fillIn(io.language.cli['run/state'], args));
  }
  return state;
}
