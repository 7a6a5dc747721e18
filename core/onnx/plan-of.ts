/** A run of a net as it was asked for: with another batch or other initial weights. */
import type { Dialect } from '../dialects/dialect';
import type { StateAnalysis } from '../infer/types';
import type { World } from '../net/rules';
import { inForward } from './in-forward';
import { runPlan, type RunPlan } from './run-plan';
import { varied } from './variation';
import type { WhatIf } from './what-if';

export interface RunAsked {
  readonly seed: number;
  /** Undefined for as many items as the file says. */
  readonly batch: number | undefined;
  /** Undefined for the net as written. */
  readonly whatIf: WhatIf | undefined;
  /** Whether Backward runs as well. */
  readonly back: boolean;
}

/** `state`: as it is run, with the batch and the fillers that were asked for. */
export function planOf(
  analysis: StateAnalysis,
  dialect: Dialect,
  world: World,
  { seed, batch, whatIf, back }: RunAsked,
): { readonly state: StateAnalysis; readonly plan: RunPlan } {
  const filler = whatIf === 'lsuv' ? undefined : whatIf;
  const state = inForward(varied(analysis, dialect, world, { batch, filler }), dialect, world);
  return { state, plan: runPlan(state, seed, { back, unitVariance: whatIf === 'lsuv' }) };
}
