/** The last run of each open net: what it gave, and what was run. */
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import type { Stopped } from '#core/onnx/run-plan';
import type { RanLayer, RanTop } from '#run/run';

export interface KeptRun {
  readonly text: string;
  /** As people read it. */
  readonly state: string;
  readonly seed: number;
  /** Undefined for as many items as the file said. */
  readonly batch: number | undefined;
  readonly layers: readonly RanLayer[];
  /** Null for a net without losses. */
  readonly loss: number | null;
  readonly stopped: Stopped | undefined;
}

export interface Runs {
  readonly of: (uri: string) => KeptRun | undefined;
  readonly keep: (uri: string, run: KeptRun) => void;
  readonly forget: (uri: string) => void;
}

export function createRuns(): Runs {
  const runs = new Map<string, KeptRun>();
  return {
    of: (uri) => runs.get(uri),
    keep: (uri, run) => void runs.set(uri, run),
    forget: (uri) => void runs.delete(uri),
  };
}

/** True where the net is another now, or is shown in another state. */
export function isOld(run: KeptRun, { text }: Analysis, state: NetState): boolean {
  return run.text !== text || run.state !== formatState(state);
}

/** Of a layer that is known by its name since the text changed. */
export function topsOf(
  run: KeptRun,
  layer: { readonly index: number; readonly name: string; readonly type: string },
): readonly RanTop[] {
  const isSame = ({ name, type }: RanLayer): boolean => name === layer.name && type === layer.type;
  const [at] = run.layers.filter(({ index }) => index === layer.index);
  return (at && isSame(at) ? at : run.layers.find(isSame))?.tops ?? [];
}

export function stdOf({ mean, m2 }: RanTop): number {
  return Math.sqrt(Math.max(0, m2 - mean * mean));
}
