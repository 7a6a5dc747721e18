/** An upgraded net in its states. */
import type { Dialect } from '../dialects/dialect';
import { withoutFollowing } from './following';
import { infer } from '../infer/infer';
import type { StateAnalysis } from '../infer/types';
import { lazy } from '../lazy';
import type { LayerHead } from '../net/heads';
import { lower } from '../net/lower';
import type { NetState } from '../net/model';
import type { World } from '../net/rules';
import { effectiveState, formatState } from '../net/state';
import { makesData } from './served-states';
import { str, sub, type Message } from '../schema/message';
import type { Tree } from '../text/tree';

export interface Given {
  readonly tree: Tree;
  readonly dialect: Dialect;
  readonly world: World;
}

/** Each state is computed when it is first asked for, and kept. */
export function inStates(net: Message, heads: readonly LayerHead[], given: Given): (asked: NetState) => StateAnalysis {
  const kept = new Map<string, StateAnalysis>();
  const own = sub(net, 'state');
  const stateless = lazy(() =>
    heads.every(
      (head) => head.includes.length + head.excludes.length === 0 && !given.dialect.layers.get(head.type)?.readsState,
    ),
  );
  /** Another state that has all layers too knows this one's shapes, unless some layer looks at the state. */
  const alike = (asked: NetState): StateAnalysis | undefined => {
    const [known] = kept.values();
    return known && stateless() ? { ...known, state: asked, net: { ...known.net, state: asked } } : undefined;
  };
  return (asked) => {
    const key = formatState(asked);
    let analysis = kept.get(key);
    if (!analysis)
      kept.set(
        key,
        (analysis = alike(asked) ?? { ...inState(net, heads, effectiveState(asked, own), given), state: asked }),
      );
    return analysis;
  };
}

/** In this very state: the stages of the net's own `state` are among those asked for. */
export function inState(
  net: Message,
  heads: readonly LayerHead[],
  state: NetState,
  { tree, dialect, world }: Given,
): StateAnalysis {
  // Layers that are to be pasted into a net read blobs that nothing here makes.
  const isFragment = dialect.others !== undefined && !makesData(heads);
  const lowered = lower(str(net, 'name'), heads, state, dialect.layers, isFragment);
  const inferred = infer(lowered.net, dialect, world);
  return { ...inferred, problems: withoutFollowing([...lowered.problems, ...inferred.problems], net, tree) };
}
