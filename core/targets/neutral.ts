/** Fields that change nothing in a deployed net if they are ignored. */
import type { Shape } from '../net/shape';
import type { Entry } from '../schema/message';
import type { Scalar } from '../schema/types';

/** Fields of training and evaluation, and of how Caffe computes. */
const ofTraining = new Set([
  'bias_filler',
  'debug_info',
  'dropout_ratio',
  'engine',
  'filler',
  'force_nd_im2col',
  'label_map_file',
  'moving_average_fraction',
  'save_file',
  'save_output_param',
  'stable_prod_grad',
  'visualize',
  'visualize_threshold',
  'weight_filler',
]);

/** Values with which a field changes nothing, where that is not its default. */
const withoutEffect: Readonly<Record<string, Scalar>> = {
  coeff: 1,
  dilation: 1,
  offset: 0,
  pad: 0,
  pad_h: 0,
  pad_w: 0,
  stride: 1,
  stride_h: 1,
  stride_w: 1,
  tiles: 1,
};

/**
 * Whether the result is the same without the field. `assumed` is the value that the target always uses; by default that
 * of Caffe.
 */
export function changesNothing({ field, value }: Entry, assumed: Scalar | undefined, bottom: Shape): boolean {
  const { name, typeName } = field;
  if (assumed !== undefined) return value === assumed;
  if (typeName === 'FillerParameter' || ofTraining.has(name)) return true;
  if (Object.hasOwn(withoutEffect, name)) return value === withoutEffect[name];
  if (field.label === 'repeated' || !field.hasDefault) return value === field.default && !isNumberOfAxis(name);
  return value === field.default || isSameAxis(name, value, field.default, bottom);
}

/** An axis without a default means something else where it is 0. */
function isNumberOfAxis(name: string): boolean {
  return name === 'axis';
}

/** −1 and the number of the last axis are the same axis. */
function isSameAxis(name: string, value: Entry['value'], usual: Scalar | undefined, bottom: Shape): boolean {
  if (!/(?:^|_)axis$/.test(name) || typeof value !== 'number' || typeof usual !== 'number' || !bottom) return false;
  const fromFront = (axis: number): number => (axis < 0 ? axis + bottom.length : axis);
  return fromFront(value) === fromFront(usual);
}
