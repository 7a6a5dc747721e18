/** The one state that a command works in: of several, one of the command's usual phase; a note says which was taken. */
import type { Analysis } from '#core/analysis/analysis';
import { isError } from '#core/problems/index';
import { fillIn, messageOf } from '#core/messages/render';
import type { NetState, Phase } from '#core/net/model';
import { formatState } from '#core/net/state';
import type { Io } from './io';
import { complainOfKind } from './not-a-net';

/** Undefined if the file is not a net, or one that Caffe rejects; the reason is reported. */
export function oneState(path: string, analysis: Analysis, usual: Phase, io: Io): NetState | undefined {
  const { states, kind } = analysis;
  const state = usualState(analysis, usual);
  if (kind !== 'net' || !state) {
    complainOfKind(path, analysis, io);
    return undefined;
  }
  const error = analysis.problemsIn(state).find(isError);
  if (error) {
    const message = messageOf(error, io.language);
    io.complain(fillIn(io.language.running.rejected, { path, state: formatState(state), message }));
    return undefined;
  }
  if (states.length > 1) noteState(path, analysis, state, io);
  return state;
}

/** The first state of this phase, else the first that the file serves; undefined where it serves none. */
export function usualState({ states }: Analysis, usual: Phase): NetState | undefined {
  return states.find(({ phase }) => phase === usual) ?? states[0];
}

/** Prints which of the file's states was taken. */
export function noteState(path: string, { states }: Analysis, taken: NetState, io: Io): void {
  const args = { path, states: states.map(formatState), state: formatState(taken) };
  io.complain(fillIn(io.language.cli['run/state'], args));
}
