/** Layers for which Caffe aborts when their first top is their first bottom. */
import type { Problem } from '../../problems';
import type { Layer } from '../../net/model';

export function refuseInPlace(layer: Layer): readonly Problem[] {
  const top = layer.tops[0];
  if (top?.inPlaceOf !== 0) return [];
  return [{ code: 'layer/in-place', span: top.span, args: { type: layer.type, blob: top.name } }];
}
