/** Signal moments through Convolution and Deconvolution. */
import type { Moments, MomentsInput } from '../../net/signal';
import type { Axis } from '../../moments/axis';
import { filterMoments } from '../../moments/filter';
import { num } from '../../schema/message';
import { axisOf, int32 } from './geometry';
import { spatialOf } from './spatial';

/** The number of outputs of a convolution, and of groups of its channels. */
export interface Channels {
  readonly outputs: number;
  readonly group: number;
}

/**
 * Null where the channels are not the second axis, since then the batch is not the first. `channels` defaults to the
 * parameters' values.
 */
export function convolutionMoments(
  input: MomentsInput,
  direction: 'forwards' | 'backwards',
  channels = channelsOf(input),
): Moments | null {
  const { layer, param, bottomShapes, topShapes, params } = input;
  const shape = bottomShapes[0] ?? null;
  const [weight, bias] = params;
  if (shape === null || !weight || axisOf(layer, param, 'axis', 0, shape).axis !== 1) return null;
  const reversed = direction === 'backwards';
  const { kernel, stride, pad, dilation, problems } = spatialOf(
    param,
    shape.length - 2,
    reversed ? 'multiplies' : 'divides',
  );
  if (problems.length > 0) return null;
  return filterMoments(input, (bottom, i) => ({
    bottom,
    axes: kernel.map(
      (size, axis): Axis => ({
        kernel: size,
        stride: stride[axis] ?? 1,
        pad: pad[axis] ?? 0,
        dilation: dilation[axis] ?? 1,
        input: bottomShapes[i]?.[axis + 2] ?? null,
        output: topShapes[i]?.[axis + 2] ?? null,
        reversed,
      }),
    ),
    outputs: channels.outputs,
    group: channels.group,
    weight,
    bias,
  }));
}

function channelsOf({ param }: MomentsInput): Channels {
  return { outputs: int32(num(param, 'num_output')), group: int32(num(param, 'group')) };
}
