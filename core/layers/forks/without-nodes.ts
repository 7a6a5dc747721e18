import type { LayerRule } from '../../net/rules';

/** A layer that has its shapes from another, but not what it computes. */
export function withoutNodes({ onnx: _, ...rule }: LayerRule): LayerRule {
  return rule;
}
