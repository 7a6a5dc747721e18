import type { LayerHead } from './net/heads';
import type { NetState } from './net/model';
import { isIn, testState, trainState } from './net/state';

/** TRAIN and TEST, each if some layer without bottoms (or an `input`) is in it; if neither, TEST. */
export function servedStates(heads: readonly LayerHead[]): readonly NetState[] {
  const sources = heads.filter((head) => head.bottoms.length === 0 && head.tops.length > 0);
  const served = [trainState, testState].filter((state) =>
    sources.some((head) => isIn(head.includes, head.excludes, state)),
  );
  return served.length > 0 ? served : [testState];
}
