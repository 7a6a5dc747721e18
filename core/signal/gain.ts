/** The factors by which a layer changes the signal and the gradient. */
import type { Forecast, LayerForecast } from './forecast';
import type { BlobMoments } from './pass';

export interface Gain {
  /** Second moment of the first top over that of the first bottom; null where either is unknown or 0. */
  readonly forward: number | null;
  /** E[gradient²] passed to the first bottom divided by that at the first top. */
  readonly back: number | null;
}

export function gainOf({ layers }: Forecast, index: number): Gain {
  const own = layers[index];
  if (!own) return { forward: null, back: null };
  return {
    forward: ratio(own.tops[0]?.secondMoment, momentsOfBottom(layers, own)?.secondMoment),
    back: ratio(own.bottomGradients[0], own.topGradients[0]),
  };
}

/** Of the first bottom, as the layer that makes it outputs it. */
export function momentsOfBottom(
  layers: readonly LayerForecast[],
  { layer: { layer } }: LayerForecast,
): BlobMoments | undefined {
  const blob = layer.bottoms[0]?.blob;
  return blob ? (layers[blob.layer]?.tops[blob.top] ?? undefined) : undefined;
}

function ratio(a: number | null | undefined, b: number | null | undefined): number | null {
  return typeof a === 'number' && typeof b === 'number' && b > 0 ? a / b : null;
}
