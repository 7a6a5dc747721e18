/** Single-precision arithmetic. One `Math.fround` after each + − × ÷ √ of doubles gives exactly the float32 result. */

/** 2⁻³² and 2⁻²⁴: both are exact in float32. */
export const twoToMinus32 = 1 / 4294967296;
export const twoToMinus24 = 1 / 16777216;

const cell = new Float32Array(1);
const bits = new Int32Array(cell.buffer);

/** The next float32 above `value`, as C's `nextafterf(value, FLT_MAX)`. */
export function nextUp(value: number): number {
  cell[0] = value;
  if (cell[0] === 0) bits[0] = 1;
  else bits[0] = (bits[0] as number) + (cell[0] > 0 ? 1 : -1);
  return cell[0];
}

/** 2^(i/32) for i = 0 … 31, each rounded to double. */
export const powers = [
  1, 1.0218971486541166, 1.0442737824274138, 1.0671404006768237, 1.0905077326652577, 1.1143867425958924,
  1.1387886347566916, 1.1637248587775775, 1.189207115002721, 1.215247359980469, 1.241857812073484, 1.2690509571917332,
  1.2968395546510096, 1.3252366431597413, 1.3542555469368927, 1.383909881963832, 1.4142135623730951, 1.4451808069770467,
  1.4768261459394993, 1.5091644275934228, 1.5422108254079407, 1.5759808451078865, 1.6104903319492543, 1.645755478153965,
  1.681792830507429, 1.718619298122478, 1.7562521603732995, 1.7947090750031072, 1.8340080864093424, 1.8741676341103,
  1.9152065613971474, 1.9571441241754002,
] as const;

/**
 * e^x as the C library's `expf` computes it (the GNU one since 2.27): x = (k + r)·ln 2 / 32 with |r| ≤ ½, 2^(k/32) from
 * the table, and a cubic in r, all in doubles; the last step rounds to float32. For |x| up to some hundreds: results
 * outside of float32's range are 0 or Infinity.
 */
export function expf(x: number): number {
  const z = (32 / Math.LN2) * Math.fround(x);
  // Adding and subtracting 1.5 · 2^52 rounds to the nearest integer, ties to even.
  const k = z + 6755399441055744 - 6755399441055744;
  const r = z - k;
  const cubic = (1.6938359250920212e-6 * r + 2.3459809789509004e-4) * (r * r) + (0.021660849396613134 * r + 1);
  return Math.fround(cubic * (powers[k & 31] as number) * 2 ** (k >> 5));
}
