/** How numbers are formatted, wherever a person or another program reads them. */

/** At most 7 significant digits, as in hovers, hints and formulas: `0.09090909` → `0.09090909`, `1/3` → `0.3333333`. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  return String(Number(value.toPrecision(7)));
}

/** The minimum of any number of values; infinite for none. */
export function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

export function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}

/** The shortest decimal that rounds to the same float32. */
export function shortestFloat32(value: number): number {
  const single = Math.fround(value);
  for (let digits = 6; digits <= 9; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return single;
}
