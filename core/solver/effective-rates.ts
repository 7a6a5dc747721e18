export interface EffectiveRates {
  /** The solver's learning rate applied to the blob. */
  readonly rate: number;
  /** The weight decay applied to the blob. */
  readonly decay: number;
}

/** Applies a blob's own multipliers, in float32 (sgd_solver.cpp: ComputeUpdateValue, Regularize). */
export function effectiveRates(baseLr: number, weightDecay: number, lrMult: number, decayMult: number): EffectiveRates {
  const { fround } = Math;
  return { rate: fround(fround(baseLr) * fround(lrMult)), decay: fround(fround(weightDecay) * fround(decayMult)) };
}
