/** Formats the panel's numbers, shapes and choices. */
import { fillIn } from '#core/messages/fill-in';
import { showMeasured } from '#core/numbers';
import type { BlobView, LayerView } from '#core/weights/view';
import type { AlternativeView } from '#protocol/weights';
import { words } from './words';

export function formatShape(shape: BlobView['shape']): string {
  if (shape === null) return words.unknownShape;
  return shape.length === 0 ? words.oneValue : shape.map((dim) => dim ?? '?').join('×');
}

/** For example `34,848`. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function percent(share: number): string {
  return share === 0 ? '0' : fillIn(words.percent, { value: showMeasured(100 * share) });
}

export function titleOf({ name, type }: LayerView): string {
  return fillIn(words.layerTitle, { name: name === '' ? words.noName : name, type });
}

/** For example `xavier, AVERAGE  (±0.09091)`. */
export function choiceLabel(view: AlternativeView): string {
  const choice = choiceName(view);
  const { distribution, std } = view;
  if (distribution?.kind === 'uniform' && distribution.min === -distribution.max)
    return fillIn(words.choiceScale, { choice, scale: showMeasured(distribution.max) });
  return distribution?.kind === 'normal' && std !== null
    ? fillIn(words.choiceStd, { choice, scale: showMeasured(std) })
    : choice;
}

/** For example `gaussian, std 0.01`. */
export function choiceName({ choice: { type, fields } }: AlternativeView): string {
  const parts = Object.entries(fields).map(([name, value]) =>
    name === 'variance_norm' ? value : fillIn(words.field, { name, value }),
  );
  return [type, ...parts].join(', ');
}
