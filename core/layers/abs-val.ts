/** y = |x|. The only element-wise layer that rejects working in place: absval_layer.cpp. */
import { elementWise } from './shared/element-wise';
import { refuseInPlace } from './shared/in-place';
import { unary } from '../graph/operators';

export const absVal = elementWise({
  type: 'AbsVal',
  summary: 'The absolute value: `y = |x|`. It cannot work in place.',
  check: ({ layer }) => refuseInPlace(layer),
  onnx: (x) => unary('Abs', x),
  neuron: () => ({ value: Math.abs, slope: Math.sign, rising: false }),
});
