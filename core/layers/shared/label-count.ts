/**
 * One label for each position of the predictions, over all axes but that of the classes (accuracy_layer.cpp,
 * softmax_loss_layer.cpp).
 */
import type { Problem } from '../../problems';
import type { SetUpInput } from '../../net/rules';
import { countOf, times } from './geometry';
import { mismatch } from './loss';

export function labelCount(input: SetUpInput, axis: number): readonly Problem[] {
  const [data = null, labels = null] = input.bottoms;
  const places = data === null ? null : times(countOf(data, 0, axis), countOf(data, axis + 1));
  return mismatch(input, 'layer/label-count', places, countOf(labels));
}
