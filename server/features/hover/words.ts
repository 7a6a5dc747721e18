/** How hovers spell what they show. */
import type { Weight } from '#core/infer/types';
import { formatNumber } from '#core/numbers';

/** What the values are like, in words and numbers: `uniform −0.0909 … 0.0909, std 0.0525`. */
export function describeValues({ distribution, mean, std }: Weight): string {
  if (!distribution) return 'unknown';
  switch (distribution.kind) {
    case 'constant':
      return `all ${formatNumber(distribution.value)}`;
    case 'uniform':
      return `from ${formatNumber(distribution.min)} to ${formatNumber(distribution.max)}, std ${number(std)}`;
    case 'normal':
      return `normal, mean ${formatNumber(distribution.mean)}, std ${formatNumber(distribution.std)}`;
    case 'sparseNormal':
      return `normal with std ${formatNumber(distribution.std)}, ${formatNumber(100 * distribution.density)} % of them, else 0; std ${number(std)} in all`;
    case 'unitball':
      return `positive, rows sum to 1; mean ${number(mean)}, std ${number(std)}`;
    case 'bilinear':
      return `bilinear kernel, mean ${number(mean)}, std ${number(std)}`;
  }
}

function number(value: number | null): string {
  return value === null ? 'unknown' : formatNumber(value);
}

/** 1-based. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Characters that Markdown would take for its own. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}
