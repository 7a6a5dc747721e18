/** A net with other initial weights, as it is run beside the net as written. */
import type { Dialect } from '../dialects/dialect';
import type { StateAnalysis } from '../infer/types';
import type { World } from '../net/rules';
import { runPlan, type RunPlan } from './run-plan';
import { varied, weightFillers } from './variation';

/** `lsuv`: the net's own fillers, each filter scaled so that its layer's top has a variance of 1. */
export const whatIfs = [...weightFillers, 'lsuv'] as const;
export type WhatIf = (typeof whatIfs)[number];

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
  const state = varied(analysis, dialect, world, { batch, filler });
  return { state, plan: runPlan(state, seed, { back, unitVariance: whatIf === 'lsuv' }) };
}
