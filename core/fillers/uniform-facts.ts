/** Mean and standard deviation of U(min, max), as float32 values. */
export function uniformFacts(min: number, max: number): { readonly mean: number; readonly std: number } {
  return { mean: Math.fround((min + max) / 2), std: Math.fround((max - min) / Math.sqrt(12)) };
}
