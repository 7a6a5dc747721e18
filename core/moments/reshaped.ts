/** The same values in another shape: their moments are unchanged, but belong to other channels. */
import type { Moments, Part, Signal } from '../net/signal';
import type { Shape } from '../net/shape';
import { secondOf, uniform } from './gradient';
import { mixed } from './mix';
import { channelsOf } from './part';

export function reshapedMoments(bottom: Signal, from: Shape, to: Shape): Moments {
  const kept = from !== null && to !== null && from[1] === to[1] && from[1] !== undefined;
  if (kept) return { tops: [bottom], backward: ([gradient = null]) => [gradient] };
  const parts = regrouped(bottom, to?.[1] ?? null);
  return {
    tops: [{ parts }],
    backward: ([gradient = null]) => [gradient && uniform(secondOf(gradient, parts))],
  };
}

/** Where positions become channels, the channels keep the covariance of the positions; nothing more is known. */
function regrouped(bottom: Signal, channels: number | null): readonly Part[] {
  const [first] = bottom.parts;
  const one = first && bottom.parts.length === 1 ? first : mixed(bottom.parts);
  return [{ ...one, channels: channels ?? channelsOf(bottom) }];
}

/** Repeats the bottom `tiles` times: each value gets the gradients of its copies, which are uncorrelated. */
export function tiledMoments(bottom: Signal, from: Shape, to: Shape, tiles: number): Moments {
  const { tops } = reshapedMoments(bottom, from, to);
  const parts = tops[0]?.parts ?? bottom.parts;
  return {
    tops,
    backward: ([gradient = null]) => [gradient && uniform(secondOf(gradient, parts) * tiles)],
  };
}

/** Cropped values get no gradient. Only the size of the second bottom is used. */
export function croppedMoments(bottom: Signal, from: Shape, to: Shape): Moments {
  const kept = (to ?? []).reduce<number>(
    (share, dim, i) => (dim !== null && typeof from?.[i] === 'number' && from[i] > 0 ? share * (dim / from[i]) : share),
    1,
  );
  return {
    tops: [bottom],
    backward: ([gradient = null]) => [gradient && uniform(secondOf(gradient, bottom.parts) * kept), null],
  };
}
