/** The same values in another shape: their moments are unchanged, but belong to other channels. */
import type { Moments, Part, Signal } from '../net/signal';
import type { Shape } from '../net/shape';
import { secondOf, uniform } from './gradient';
import { mixed } from './mix';
import { channelsOf } from './part';

export function reshapedMoments(bottom: Signal, from: Shape, to: Shape): Moments {
  const channels = to?.[1] ?? null;
  const kept = from !== null && to !== null && from[1] === to[1] && from[1] !== undefined;
  const profiles = (to ?? [])
    .slice(2)
    .map((_, i) => (kept && from.length === to.length && from[i + 2] === to[i + 2] ? bottom.profiles[i] : undefined));
  const parts = kept ? bottom.parts : regrouped(bottom, channels);
  const top: Signal = { parts, profiles };
  const bottomProfiles = bottom.profiles.map(() => undefined);
  return {
    tops: [top],
    backward: ([gradient = null]) => [
      gradient &&
        (kept && parts === bottom.parts
          ? { ...gradient, profiles: bottomProfiles }
          : { ...uniform(secondOf(gradient, parts)), profiles: bottomProfiles }),
    ],
  };
}

/** Where positions become channels, the channels keep the covariance of the positions; nothing more is known. */
function regrouped(bottom: Signal, channels: number | null): readonly Part[] {
  const [first] = bottom.parts;
  const total = channels ?? channelsOf(bottom);
  const one = first && bottom.parts.length === 1 ? first : mixed(bottom.parts);
  return [{ ...one, channels: total, near: undefined }];
}

/** Repeats the bottom `tiles` times: each value gets the gradients of its copies, which are uncorrelated. */
export function tiledMoments(bottom: Signal, from: Shape, to: Shape, tiles: number): Moments {
  const { tops } = reshapedMoments(bottom, from, to);
  const parts = tops[0]?.parts ?? bottom.parts;
  return {
    tops,
    backward: ([gradient = null]) => [
      gradient &&
        uniform(
          secondOf(gradient, parts) * tiles,
          bottom.profiles.map(() => undefined),
        ),
    ],
  };
}

/** Cropped values get no gradient. Only the size of the second bottom is used. */
export function croppedMoments(bottom: Signal, from: Shape, to: Shape): Moments {
  const top: Signal = { ...bottom, profiles: bottom.profiles.map(() => undefined) };
  const kept = (to ?? []).reduce<number>(
    (share, dim, i) => (dim !== null && typeof from?.[i] === 'number' && from[i] > 0 ? share * (dim / from[i]) : share),
    1,
  );
  return {
    tops: [top],
    backward: ([gradient = null]) => [gradient && uniform(secondOf(gradient, top.parts) * kept, top.profiles), null],
  };
}
