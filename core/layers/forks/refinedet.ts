/**
 * RefineDet first refines the default boxes: its layers also read the scores and locations of that step, without
 * checking their shapes (detection_output_layer.cpp, multibox_loss_layer.cpp of RefineDet).
 */
import type { LayerRule } from '../../net/rules';
import { detectionOutput } from './detection-output';
import { multiBoxLoss } from './multi-box-loss';

export const detectionOutputRefined: LayerRule = {
  ...detectionOutput,
  arity: { ...detectionOutput.arity, bottoms: { min: 3, max: 5 } },
};

/** Reads six bottoms, and accepts more. */
export const multiBoxLossRefined: LayerRule = {
  ...multiBoxLoss,
  arity: { ...multiBoxLoss.arity, bottoms: { min: 4 } },
};
