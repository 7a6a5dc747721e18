/**
 * RefineDet refines default boxes first: its layers also take the scores and places of that step, and check none of them
 * (detection_output_layer.cpp, multibox_loss_layer.cpp of RefineDet).
 */
import type { LayerRule } from '../../net/rules';
import { detectionOutput } from './detection-output';
import { multiBoxLoss } from './multi-box-loss';

export const detectionOutputRefined: LayerRule = {
  ...detectionOutput,
  arity: { ...detectionOutput.arity, bottoms: { min: 3, max: 5 } },
};

/** Reads six, and accepts more. */
export const multiBoxLossRefined: LayerRule = {
  ...multiBoxLoss,
  arity: { ...multiBoxLoss.arity, bottoms: { min: 4 } },
};
