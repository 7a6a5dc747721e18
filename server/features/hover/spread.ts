import type { Weight } from '#core/infer/types';
import { formatNumber } from '#core/numbers';

/** The scale of a filler's values in a few characters: `±0.0909`, `σ 0.01`; empty if the type alone says it. */
export function spread({ distribution, std }: Weight): string {
  if (!distribution) return '';
  switch (distribution.kind) {
    case 'uniform':
      return distribution.min === -distribution.max
        ? `±${short(distribution.max)}`
        : `${short(distribution.min)} … ${short(distribution.max)}`;
    case 'normal':
      return `σ ${short(distribution.std)}`;
    case 'sparseNormal':
      return std === null ? '' : `σ ${short(std)}`;
    case 'unitball':
    case 'unitSphere':
      return std === null ? '' : `σ ${short(std)}`;
    default:
      return '';
  }
}

/** Four significant digits. */
function short(value: number): string {
  return formatNumber(Number(value.toPrecision(4)));
}
