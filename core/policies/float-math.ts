/**
 * `powf` and `expf` as computed by glibc (since 2.28): in double, by small tables and polynomials, then rounded to
 * float. Their error is slightly above half a unit in the last place, so their result is not always the correctly
 * rounded one.
 *
 * The constants are those of the published tables (Arm optimized routines: powf_log2_data, exp2f_data).
 */
import { expf as expfWithin, powers } from '../random/float32';

/** Both arguments are float32 values, and so is the result. */
export function powf(x: number, y: number): number {
  if (x < 0 && Number.isFinite(x) && Number.isInteger(y)) return y % 2 === 0 ? powf(-x, y) : -powf(-x, y);
  // C's pow returns 1 in these two cases, JavaScript's NaN.
  if (x === 1 || (x === -1 && Math.abs(y) === Infinity)) return 1;
  // The remaining special cases are exact or NaN.
  if (!(x > 0 && x < Infinity) || !Number.isFinite(y)) return Math.fround(x ** y);
  return exp2(y * log2(x));
}

/** The argument is a float32 value, and so is the result. */
export function expf(x: number): number {
  if (Number.isNaN(x) || Math.abs(x) > 200) return Math.fround(Math.exp(x));
  return expfWithin(x);
}

const steps = 16;
/** The start of the table's first interval: x = 2^k·z with z in [offset, 2·offset). */
const offset = 0x3f330000;

/** Of a positive float32, including subnormals. */
function log2(x: number): number {
  let bits = bitsOf(x);
  let exponent = 0;
  if (bits < 0x00800000) {
    bits = bitsOf(x * 2 ** 23);
    exponent = -23;
  }
  const above = bits - offset;
  const k = above >> 23;
  const z = floatOf(bits - (k << 23));
  const [inverse, log] = log2Table[(above >> 19) & (steps - 1)] as readonly [number, number];
  const r = z * inverse - 1;
  const r2 = r * r;
  const [a, b, c, d, e] = log2Polynomial;
  return (a * r + b) * (r2 * r2) + ((c * r + d) * r2 + (e * r + (log + (k + exponent))));
}

/** 2^x, rounded to float; the bounds are those of float's range. */
function exp2(x: number): number {
  if (x >= 128) return Infinity;
  if (x < -150) return 0;
  const nearest = roundToEven(x * exp2Steps);
  const r = x - nearest / exp2Steps;
  const [a, b, c] = exp2Polynomial;
  const scale = 2 ** Math.floor(nearest / exp2Steps) * (powers[nearest & (exp2Steps - 1)] as number);
  return Math.fround(((a * r + b) * (r * r) + (c * r + 1)) * scale);
}

/** Adding and subtracting 1.5·2⁵² rounds to the nearest integer, ties to even. */
function roundToEven(x: number): number {
  return x + shift - shift;
}

const shift = 1.5 * 2 ** 52;

const buffer = new DataView(new ArrayBuffer(4));

function bitsOf(x: number): number {
  buffer.setFloat32(0, x);
  return buffer.getInt32(0);
}

function floatOf(bits: number): number {
  buffer.setInt32(0, bits);
  return buffer.getFloat32(0);
}

/** For each sixteenth of an octave: 1/c and log₂(c) of a c near its middle. */
const log2Table: readonly (readonly [number, number])[] = [
  [1.398907162146528, -0.48430022186289673],
  [1.3403141896637998, -0.42257122959194704],
  [1.286432210124115, -0.3633754347673556],
  [1.2367150214269895, -0.30651309567405577],
  [1.1906977166711752, -0.25180720160537634],
  [1.1479821020556429, -0.19910014943794563],
  [1.1082251448272158, -0.14825100623281615],
  [1.0711297413057381, -0.09913323807318392],
  [1.036437278977283, -0.051632812977629436],
  [1, 0],
  [0.9492859795739057, 0.07508531937943004],
  [0.8951049428609004, 0.15987125980713107],
  [0.8476821620351103, 0.2384046664317681],
  [0.8050314851692001, 0.31288288605863257],
  [0.7664671008843108, 0.38370422656453185],
  [0.731428603316328, 0.451211048935815],
];

/** log₂(1 + r): coefficients from r⁵ down. */
const log2Polynomial = [
  0.288457581109214, -0.36092606229713164, 0.480898481472577, -0.7213474675006291, 1.4426950408774342,
] as const;

const exp2Steps = 32;

/** 2^r: coefficients from r³ down; the constant term is 1. */
const exp2Polynomial = [0.05550361559341535, 0.2402284522445722, 0.6931471806916203] as const;
