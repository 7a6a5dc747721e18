/** What a run measured, beside the forecast of the same net. */
import type { StateAnalysis } from '#core/infer/types';
import { formatState } from '#core/net/state';
import type { Forecast } from '#core/signal/forecast';
import type { SignalMeasured } from '#protocol/signal';
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
  const forward = tops.map((top) => (top && Number.isFinite(top.m2) ? top.m2 / reference : null));
  const expected = forecast.layers.map(({ tops: [top] }) =>
    top && forecast.source.secondMoment > 0 ? top.secondMoment / forecast.source.secondMoment : null,
  );
  const isOld = run.text !== text;
  const differing = forward.flatMap((measured, i) => {
    const own = expected[i] ?? null;
    return !isOld && layers[i]?.tops[0]?.length !== 0 && measured !== null && own !== null && isFar(measured, own)
      ? [i]
      : [];
  });
  const [first] = differing;
  return {
    seed: run.seed,
    batch: run.batch ?? null,
    isOld,
    forward,
    differs:
      first === undefined
        ? null
        : { count: differing.length, layer: first, measured: forward[first] ?? 0, forecast: expected[first] ?? 0 },
  };
}

function isFar(a: number, b: number): boolean {
  return Math.max(a, b) > far * Math.min(a, b);
}
