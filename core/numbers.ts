/** How numbers are formatted, wherever a person or another program reads them. */

/** At most 7 significant digits, as in hovers, hints and formulas: `0.09090909` → `0.09090909`, `1/3` → `0.3333333`. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  return String(Number(value.toPrecision(7)));
}

/**
 * A measured or estimated value, with `digits` significant digits: `0.01235`, and `1.235e-5` below 1e-4 and from 1e6 on. One
 * format for the panels, the hover and the command line.
 */
export function formatMeasured(value: number, digits = 4): string {
  const short = Number(value.toPrecision(digits));
  const size = Math.abs(short);
  const isPlain = size === 0 || !Number.isFinite(size) || (size >= 1e-4 && size < 1e6);
  return isPlain ? formatNumber(short) : short.toExponential();
}

/** The same with a minus sign instead of a hyphen, and `∞`, for pages. */
export function showMeasured(value: number, digits?: number): string {
  return formatMeasured(value, digits).replace('inf', '∞').replaceAll('-', '−');
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
