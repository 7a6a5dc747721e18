/** Formats the panel's numbers, shapes and choices. */
import { fillIn } from '#core/messages/fill-in';
import type { BlobView, LayerView } from '#core/weights/view';
import type { AlternativeView } from '#protocol/weights';
import { words } from './words';

/** Four significant digits, with a typographic minus. */
export function formatShort(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const text =
    size >= 1e6 || size < 1e-4 ? Number(value.toPrecision(3)).toExponential() : String(Number(value.toPrecision(4)));
  return text.replaceAll('-', '−');
}

export function formatShape(shape: BlobView['shape']): string {
  if (shape === null) return words.unknownShape;
  return shape.length === 0 ? words.oneValue : shape.map((dim) => dim ?? '?').join('×');
}

/** For example `34,848`. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function percent(share: number): string {
  return share === 0 ? '0' : fillIn(words.percent, { value: formatShort(100 * share) });
}

export function titleOf({ name, type }: LayerView): string {
  return fillIn(words.layerTitle, { name: name === '' ? words.noName : name, type });
}

/** For example `xavier, AVERAGE  (±0.09091)`. */
export function choiceLabel(view: AlternativeView): string {
  const choice = choiceName(view);
  const { distribution, std } = view;
  if (distribution?.kind === 'uniform' && distribution.min === -distribution.max)
    return fillIn(words.choiceScale, { choice, scale: formatShort(distribution.max) });
  return distribution?.kind === 'normal' && std !== null
    ? fillIn(words.choiceStd, { choice, scale: formatShort(std) })
    : choice;
}

/** For example `gaussian, std 0.01`. */
export function choiceName({ choice: { type, fields } }: AlternativeView): string {
  const parts = Object.entries(fields).map(([name, value]) =>
    name === 'variance_norm' ? value : fillIn(words.field, { name, value }),
  );
  return [type, ...parts].join(', ');
}
