/** What a run measured, beside the forecast of the same net. */
import type { StateAnalysis } from '#core/infer/types';
import { formatState } from '#core/net/state';
import type { Forecast } from '#core/signal/forecast';
import { startOf } from '#core/signal/pass';
import type { SignalDifference, SignalMeasured } from '#protocol/signal';
import { ranLayer, type KeptRun } from '../runs';

/** A forecast further off than this factor is pointed out. */
const far = 2;

/**
 * Second moments as multiples of that of the run's input, which is N(0, 1) or what the person gave; the forecast's input may be
 * another. Null for a run in another state, or of other layers.
 */
export function measuredIn(
  run: KeptRun,
  text: string,
  { layers, state }: StateAnalysis,
  forecast: Forecast,
): SignalMeasured | null {
  if (run.state !== formatState(state)) return null;
  const tops = layers.map(({ layer }) => ranLayer(run, layer)?.tops[0]);
  const input = layers.findIndex(({ layer }, i) => layer.bottoms.length === 0 && (tops[i]?.shape.length ?? 0) > 1);
  const reference = tops[input]?.m2 ?? 0;
  if (!(reference > 0)) return null;
  const isOld = run.text !== text;
  const forward = multiplesOf(
    tops.map((top) => top?.m2 ?? null),
    reference,
  );
  const gradients = layers.map(({ layer }) => ranLayer(run, layer)?.gradient ?? null);
  const back = multiplesOf(gradients, gradients[startOf(layers)] ?? 0);
  const { source } = forecast;
  const expected = multiplesOf(
    forecast.layers.map(({ tops: [top] }) => top?.secondMoment ?? null),
    source.secondMoment,
  );
  const expectedBack = forecast.layers.map(({ topGradients: [gradient] }) => gradient ?? null);
  const compared = layers.map(({ tops: [top] }) => !isOld && top?.length !== 0);
  return {
    seed: run.seed,
    batch: run.batch ?? null,
    isOld,
    forward,
    back,
    differs: differenceOf(forward, expected, compared, 'first'),
    differsBack: differenceOf(back, expectedBack, compared, 'last'),
  };
}

type Moments = readonly (number | null)[];

/** Null for all where there is nothing to compare with. */
function multiplesOf(moments: Moments, reference: number): Moments {
  return moments.map((moment) =>
    moment !== null && Number.isFinite(moment) && reference > 0 ? moment / reference : null,
  );
}

/** `from`: which of the layers is named. */
function differenceOf(
  measured: Moments,
  forecast: Moments,
  compared: readonly boolean[],
  from: 'first' | 'last',
): SignalDifference | null {
  const differing = measured.flatMap((value, layer) => {
    const own = forecast[layer] ?? null;
    return compared[layer] === true && value !== null && own !== null && isFar(value, own)
      ? [{ layer, measured: value, forecast: own }]
      : [];
  });
  const named = differing.at(from === 'first' ? 0 : -1);
  return named ? { count: differing.length, ...named } : null;
}

function isFar(a: number, b: number): boolean {
  return Math.max(a, b) > far * Math.min(a, b);
}
