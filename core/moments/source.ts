/** The net's input: independent normal values with the requested mean and second moment. */
import type { Moments, MomentsInput, ParamMoments, Signal } from '../net/signal';
import type { Shape } from '../net/shape';
import { normalPart } from './part';

export function independent(shape: Shape, mean: number, variance: number): Signal {
  const channels = shape && shape.length > 1 ? (shape[1] ?? 1) : 1;
  return { parts: [normalPart({ channels, mean, variance, common: 0 })] };
}

function sourceSignal({ source }: Pick<MomentsInput, 'source'>, shape: Shape): Signal {
  return independent(shape, source.mean, Math.max(0, source.secondMoment - source.mean ** 2));
}

/** Images first. Labels, markers and the like, whose values are not modelled, have at most one axis. */
export function dataMoments(input: MomentsInput): Moments {
  const tops = input.topShapes.map((shape, i) => (i === 0 ? sourceSignal(input, shape) : null));
  return { tops, backward: () => [] };
}

/** Every top that may hold values of the input: those of more than one axis. */
export function inputMoments(input: MomentsInput): Moments {
  const tops = input.topShapes.map((shape) =>
    shape === null || shape.length > 1 || input.topShapes.length === 1 ? sourceSignal(input, shape) : null,
  );
  return { tops, backward: () => [] };
}

export function filledMoments(shape: Shape, fill: ParamMoments | undefined): Signal | null {
  if (!fill || fill.mean === null || fill.std === null) return null;
  return independent(shape, fill.mean, fill.std ** 2);
}

/** Vectors that are looked up: the weights themselves, plus the bias. */
export function embedded(
  shape: Shape,
  weight: ParamMoments | undefined,
  bias: ParamMoments | undefined,
): Moments | null {
  if (!weight || weight.mean === null || weight.std === null || (bias && (bias.mean === null || bias.std === null)))
    return null;
  const variance = weight.std ** 2 + (bias?.std ?? 0) ** 2;
  return { tops: [independent(shape, weight.mean + (bias?.mean ?? 0), variance)], backward: () => [] };
}
