import type { LayerRule } from '../../net/rules';

/** A layer that has the shapes of another, but computes something else. */
export function withoutNodes({ onnx: _, ...rule }: LayerRule): LayerRule {
  return rule;
}
