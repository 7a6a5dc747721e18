/** How costs are formatted wherever a person reads them. */
import type { Dim } from '../net/shape';
import type { Part } from './cost';
import type { Field } from './field';

/** `105,415,200` */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

const binary = ['KiB', 'MiB', 'GiB', 'TiB'] as const;
const decimal = ['K', 'M', 'G', 'T', 'P'] as const;

/** Three significant digits in units of 1,024: `290,400` → `284 KiB`. */
export function bytes(value: number): string {
  return value < 1024 ? `${value} B` : scaled(value, 1024, binary);
}

/** Three significant digits in units of 1,000: `105 M`, `1.58 G`; unchanged below 10,000. */
export function large(value: number): string {
  return value < 10_000 ? thousands(value) : scaled(value, 1000, decimal);
}

/** `27.0 GMACs`, `1,562 MACs`: the prefix joined to the unit, as in SI. */
export function largeMacs(value: number): string {
  return value < 10_000 ? `${thousands(value)} MACs` : `${large(value)}MACs`;
}

/** For the labels of an axis, in the unit of the largest: `0.5 M`, `1 M`, `1.5 M`. */
export function inUnitOf(largest: number): (value: number) => string {
  if (largest < 10_000) return thousands;
  let [unit, size] = [0, 1000];
  while (unit < decimal.length - 1 && largest >= 1000 * size) [unit, size] = [unit + 1, 1000 * size];
  return (value) => (value === 0 ? '0' : `${value / size} ${decimal[unit]}`);
}

function scaled(value: number, step: number, units: readonly string[]): string {
  let [unit, rest] = [0, value / step];
  // A value that would round up to the next unit is shown in that unit.
  while (unit < units.length - 1 && Number(threeDigits(rest)) >= step) [unit, rest] = [unit + 1, rest / step];
  return `${threeDigits(rest)} ${units[unit] ?? ''}`;
}

function threeDigits(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

/** `?` for unknown, `–` for not modelled. */
export function known(value: Dim | undefined, show: (value: number) => string): string {
  return value === undefined ? '–' : value === null ? '?' : show(value);
}

/** `≥ 1,562` where some term of the sum is unknown, `?` where most are. */
export function part({ value, kind }: Part, show: (value: number) => string): string {
  if (kind === 'exact') return show(value);
  return kind === 'unknown' ? '?' : `≥ ${show(value)}`;
}

/** `195`, or `195×99` where the axes differ; empty for blobs without spatial axes. */
export function fieldSize(field: Field): string {
  return field === null ? '?' : uniform(field.map(({ size }) => size));
}

/** The distance between the fields of neighbouring values; empty where there are no neighbours, or all see the same. */
export function fieldStride(field: Field): string {
  return field === null || field.every(({ jump, places }) => jump === 0 || places === 1)
    ? ''
    : uniform(field.map(({ jump }) => jump));
}

/** Where the first field begins. */
export function fieldStart(field: Field): string {
  return field === null ? '?' : uniform(field.map(({ start }) => start)).replaceAll('-', '−');
}

function uniform(values: readonly number[]): string {
  const [first] = values;
  const short = (value: number): string => String(Number(value.toPrecision(6)));
  return first !== undefined && values.every((value) => value === first) ? short(first) : values.map(short).join('×');
}
