/** Analyzes an upgraded net in each of its states. */
import type { Dialect } from '../dialects/dialect';
import { withoutFollowing } from './following';
import { inferLikely } from '../infer/likely';
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

/** Each state is computed at first use and cached. */
export function inStates(net: Message, heads: readonly LayerHead[], given: Given): (asked: NetState) => StateAnalysis {
  const kept = new Map<string, StateAnalysis>();
  const own = sub(net, 'state');
  const stateless = lazy(() =>
    heads.every(
      (head) => head.includes.length + head.excludes.length === 0 && !given.dialect.layers.get(head.type)?.readsState,
    ),
  );
  /**
   * A state that contains all layers shares its shapes with any other such state, unless some layer depends on the
   * state.
   */
  const equivalent = (asked: NetState): StateAnalysis | undefined => {
    const [known] = kept.values();
    return known && stateless() ? { ...known, state: asked, net: { ...known.net, state: asked } } : undefined;
  };
  return (asked) => {
    const key = formatState(asked);
    let analysis = kept.get(key);
    if (!analysis)
      kept.set(
        key,
        (analysis = equivalent(asked) ?? { ...inState(net, heads, effectiveState(asked, own), given), state: asked }),
      );
    return analysis;
  };
}

/** In exactly this state: the stages of the net's own `state` field are among those asked for. */
export function inState(
  net: Message,
  heads: readonly LayerHead[],
  state: NetState,
  { tree, dialect, world }: Given,
): StateAnalysis {
  // Layers that are to be pasted into a net read blobs that nothing in the file makes.
  const isFragment = dialect.others !== undefined && !makesData(heads);
  const lowered = lower(str(net, 'name'), heads, state, dialect.layers, isFragment);
  const inferred = inferLikely(lowered.net, dialect, world);
  return { ...inferred, problems: withoutFollowing([...lowered.problems, ...inferred.problems], net, tree) };
}
