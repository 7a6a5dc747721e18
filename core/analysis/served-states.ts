import type { LayerHead } from '../net/heads';
import type { NetState, Phase } from '../net/model';
import { formatState, isIn, mayBeAbsent, testState, trainState } from '../net/state';

/** True where some layer, in any state, makes blobs without reading any. */
export function makesData(heads: readonly LayerHead[]): boolean {
  return heads.some(isSource);
}

/** True for a layer that makes blobs without reading any. */
export function isSource({ bottoms, tops }: LayerHead): boolean {
  return bottoms.length === 0 && tops.length > 0;
}

/**
 * TRAIN and TEST, each if some layer without bottoms (or an `input`) is in it. A phase whose data layers all depend on
 * stages is analyzed with each set of stages that includes some; stages without a phase count only where no other state
 * serves. Layers of which it is not known whether they are in count only where there are no others. TEST if nothing
 * makes data.
 */
export function servedStates(heads: readonly LayerHead[]): readonly NetState[] {
  const all = heads.filter(isSource);
  const certain = all.filter(({ message }) => !mayBeAbsent(message));
  const sources = certain.length > 0 ? certain : all;
  const serves = (state: NetState): boolean => sources.some((head) => isIn(head.includes, head.excludes, state));
  const plain = [trainState, testState].filter(serves);
  const staged = new Map<string, NetState>();
  for (const { includes } of sources) {
    for (const { phase, stages } of includes) {
      if (stages.length === 0 || (phase === undefined && plain.length > 0)) continue;
      const own = phase ?? phaseOf(stages);
      if (plain.some((state) => state.phase === own)) continue;
      const state: NetState = { phase: own, level: 0, stages };
      if (serves(state) && staged.size < maxStaged) staged.set(formatState(state), state);
    }
  }
  const served = [...plain, ...staged.values()].sort((a, b) => Number(a.phase === 'TEST') - Number(b.phase === 'TEST'));
  return served.length > 0 ? served : [testState];
}

/** Replaces the served states of a phase by the states in which the solver builds its nets of that phase. */
export function asSolved(served: readonly NetState[], solverStates: readonly NetState[]): readonly NetState[] {
  const phases: readonly Phase[] = ['TRAIN', 'TEST'];
  return phases.flatMap((phase) => {
    const own = served.filter((state) => state.phase === phase);
    const solved = solverStates.filter((state) => state.phase === phase);
    const isSpecial = solved.some(({ level, stages }) => level !== 0 || stages.length > 0);
    return own.length > 0 && isSpecial ? solved : own;
  });
}

/** The most sets of stages that are analyzed by default. */
const maxStaged = 8;

/** DIGITS builds stage `train` for training, and all others (`val`, `deploy`) for testing. */
function phaseOf(stages: readonly string[]): Phase {
  return stages.some((stage) => stage.startsWith('train')) ? 'TRAIN' : 'TEST';
}
