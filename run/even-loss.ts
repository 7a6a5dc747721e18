/** The loss of a net that gives every class the same probability, which that of an untrained classifier is compared with. */
import { paramOf } from '#core/infer/param-of';
import type { StateAnalysis } from '#core/infer/types';
import type { RunPlan } from '#core/onnx/run-plan';

export interface EvenLoss {
  /** `ln 10`, or `1.6 × ln 1000` for a sum of weighted losses. */
  readonly formula: string;
  readonly value: number;
}

/** Undefined where the net has no loss, or one that is not ln of a number of classes. */
export function evenLossOf({ parts }: Pick<RunPlan, 'parts'>, { layers }: StateAnalysis): EvenLoss | undefined {
  /** By number of classes. */
  const weights = new Map<number, number>();
  for (const { index, tops } of parts.flatMap((part) => part.layers))
    for (const { lossWeight } of tops) {
      if (lossWeight === 0) continue;
      const { layer, rule, bottoms } = layers[index] ?? {};
      const classes = layer && rule?.classes?.({ layer, param: paramOf(layer, rule), bottoms: bottoms ?? [] });
      if (typeof classes !== 'number' || classes < 1) return undefined;
      weights.set(classes, (weights.get(classes) ?? 0) + lossWeight);
    }
  if (weights.size === 0) return undefined;
  const terms = [...weights].map(([classes, weight]) => ({
    text: weight === 1 ? `ln ${classes}` : `${Number(weight.toPrecision(6))} × ln ${classes}`,
    value: weight * Math.log(classes),
  }));
  return {
    formula: terms.map(({ text }) => text).join(' + '),
    value: terms.reduce((sum, { value }) => sum + value, 0),
  };
}

/** As Caffe's log prints a float: `%g`, six digits. */
export function caffeDigits(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(value.toPrecision(6)));
  return `${Number(mantissa)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
