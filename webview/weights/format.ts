/** Formats the panel's layers and choices. */
import { fillIn } from '#core/messages/fill-in';
import { showMeasured } from '#core/numbers';
import type { LayerView } from '#core/weights/view';
import type { AlternativeView } from '#protocol/weights';
import { words } from './words';

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
