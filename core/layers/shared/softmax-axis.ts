/**
 * The softmax inside Softmax, SoftmaxWithLoss and InfogainLoss (softmax_layer.cpp): its axis, which must not be empty.
 */
import type { Problem } from '../../problems';
import type { SetUpInput } from '../../net/rules';
import type { Message } from '../../schema/message';
import { atBottom } from './at';
import { axisOf, type Axis } from './geometry';
import { formatShape } from '../../net/shape';

/** `param` is the message whose `axis` applies. */
export function softmaxAxis({ layer, bottoms: [data = null] }: SetUpInput, param: Message): Axis {
  const found = axisOf(layer, param, 'axis', 0, data);
  // Caffe fills a vector of ones as long as the axis, and an empty blob has no memory.
  if (found.axis === null || data?.[found.axis] !== 0) return found;
  const problems: readonly Problem[] = [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })];
  return { axis: null, problems };
}
