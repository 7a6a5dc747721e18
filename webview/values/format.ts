/** Formats numbers and shapes of values. */
import { fillIn } from '#core/messages/fill-in';
import { showMeasured } from '#core/numbers';
import type { Shape } from '#core/net/shape';
import { words } from './words';

export function formatShape(shape: Shape): string {
  if (shape === null) return words.unknownShape;
  return shape.length === 0 ? words.oneValue : shape.map((dim) => dim ?? '?').join('×');
}

export function percent(share: number): string {
  return share === 0 ? '0' : fillIn(words.percent, { value: showMeasured(100 * share) });
}

/** Of a file, with decimal prefixes. */
export function bytes(count: number): string {
  const [unit = 'B', power = 0] =
    (
      [
        ['GB', 9],
        ['MB', 6],
        ['kB', 3],
      ] as const
    ).find(([, each]) => count >= 10 ** each) ?? [];
  return `${power === 0 ? count : Number((count / 10 ** power).toPrecision(4))} ${unit}`;
}
