export interface EffectiveRates {
  /** What the solver's learning rate becomes for the blob. */
  readonly rate: number;
  /** The weight of the blob's regularization. */
  readonly decay: number;
}

/** A blob's own multipliers applied, as float32 (sgd_solver.cpp: ComputeUpdateValue, Regularize). */
export function effectiveRates(baseLr: number, weightDecay: number, lrMult: number, decayMult: number): EffectiveRates {
  const { fround } = Math;
  return { rate: fround(fround(baseLr) * fround(lrMult)), decay: fround(fround(weightDecay) * fround(decayMult)) };
}
