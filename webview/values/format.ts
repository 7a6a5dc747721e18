/** Formats numbers and shapes of values. */
import { fillIn } from '#core/messages/fill-in';
import { showMeasured } from '#core/numbers';
import type { Shape } from '#core/net/shape';
import { words } from './words';

export function formatShape(shape: Shape): string {
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
