/** The last run of each open net: what it gave, and what was run. */
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import type { Lost } from '#core/onnx/back-graph';
import type { Stopped } from '#core/onnx/run-plan';
import type { WhatIf } from '#core/onnx/what-if';
import type { EvenLoss } from '#run/even-loss';
import type { Finding } from '#run/findings';
import type { RanBack, RanLayer, RanTop } from '#run/run';

export interface KeptRun extends RanNet {
  /** Another for each run. */
  readonly id: number;
  readonly text: string;
  /** As people read it. */
  readonly state: string;
  readonly seed: number;
  /** Undefined for as many items as the file said. */
  readonly batch: number | undefined;
  /** The name of the file that the input is from. */
  readonly input: string | undefined;
  readonly stopped: Stopped | undefined;
  /** Where the gradient gets lost. */
  readonly lost: Lost | undefined;
  readonly start: NetStart;
  readonly evenLoss: EvenLoss | undefined;
  /** The same net with other initial weights. */
  readonly whatIfs: ReadonlyMap<WhatIf, RanNet>;
  /** The last run of an earlier text in the same state. */
  readonly before: RanNet | undefined;
}

/** What is known of a net before it runs. */
export interface NetStart {
  readonly areWeightsZero: boolean;
  /** A layer divides by running statistics, which are 0. */
  readonly areStatisticsZero: boolean;
  /** In words, each once, in the order of the layers. */
  readonly fillers: readonly string[];
}

export interface RanNet {
  readonly layers: readonly KeptLayer[];
  /** From the last layer to the first. */
  readonly back: readonly RanBack[];
  /** Null for a net without losses. */
  readonly loss: number | null;
}

export interface KeptLayer extends RanLayer {
  readonly hasWeights: boolean;
  /** Names of what it reads, and the roles of its blobs. */
  readonly bottoms: readonly string[];
  readonly params: readonly string[];
  readonly findings: readonly Finding[];
  /** Second moment of the gradient at its first top; null where it is not known. */
  readonly gradient: number | null;
}

export interface Runs {
  readonly of: (uri: string) => KeptRun | undefined;
  readonly keep: (uri: string, run: Omit<KeptRun, 'id' | 'before'>) => void;
  readonly forget: (uri: string) => void;
}

export function createRuns(): Runs {
  const runs = new Map<string, KeptRun>();
  let last = 0;
  return {
    of: (uri) => runs.get(uri),
    keep: (uri, run) => {
      const earlier = runs.get(uri);
      const isSameNet = earlier?.text === run.text;
      const before = earlier?.state !== run.state ? undefined : isSameNet ? earlier.before : earlier;
      runs.set(uri, {
        ...run,
        id: ++last,
        before: before && { layers: before.layers, back: before.back, loss: before.loss },
      });
    },
    forget: (uri) => void runs.delete(uri),
  };
}

/** True where the net is another now, or is shown in another state. */
export function isOld(run: Pick<KeptRun, 'text' | 'state'>, { text }: Analysis, state: NetState): boolean {
  return run.text !== text || run.state !== formatState(state);
}

/** Of a layer that is known by its name since the text changed. */
export function ranLayer(
  run: Pick<KeptRun, 'layers'>,
  layer: { readonly index: number; readonly name: string; readonly type: string },
): KeptLayer | undefined {
  const isSame = ({ name, type }: RanLayer): boolean => name === layer.name && type === layer.type;
  const [at] = run.layers.filter(({ index }) => index === layer.index);
  return at && isSame(at) ? at : run.layers.find(isSame);
}

export function stdOf({ mean, m2 }: Pick<RanTop, 'mean' | 'm2'>): number {
  return Math.sqrt(Math.max(0, m2 - mean * mean));
}
