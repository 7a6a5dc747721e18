/** Text building blocks of hovers. */
import type { Weight } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import { formatNumber, least, most } from '#core/numbers';

/** The values' distribution in words and numbers: `from −0.0909 to 0.0909, std 0.0525`. */
export function describeValues({ distribution, mean, std }: Weight, { hover }: Language): string {
  if (!distribution) return hover['values/unknown'];
  const number = (value: number | null): string => (value === null ? hover['values/unknown'] : formatNumber(value));
  const moments = { mean: number(mean), std: number(std) };
  switch (distribution.kind) {
    case 'constant':
      return say(hover, 'values/constant', { value: formatNumber(distribution.value) });
    case 'uniform':
      return say(hover, 'values/uniform', {
        ...moments,
        min: formatNumber(distribution.min),
        max: formatNumber(distribution.max),
      });
    case 'normal':
      return say(hover, 'values/normal', {
        mean: formatNumber(distribution.mean),
        std: formatNumber(distribution.std),
      });
    case 'sparseNormal':
      return say(hover, 'values/sparse', {
        std: formatNumber(distribution.std),
        percent: formatNumber(100 * distribution.density),
        stdOfAll: moments.std,
      });
    case 'unitball':
      return say(hover, 'values/unitball', moments);
    case 'unitSphere':
      return say(hover, 'values/unit-sphere', moments);
    case 'identity':
      return say(hover, 'values/identity', moments);
    case 'table':
      return hover['values/table'];
    case 'bilinear':
      return say(hover, 'values/bilinear', moments);
    case 'written':
      return say(hover, 'values/written', {
        ...moments,
        min: formatNumber(least(distribution.values)),
        max: formatNumber(most(distribution.values)),
      });
  }
}
