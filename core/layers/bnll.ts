/** y = log(1 + eˣ), the binomial normal log likelihood: bnll_layer.cpp. */
import { elementWise } from './shared/element-wise';
import { sigmoidOf } from '../moments/sigmoid';
import { unary } from '../graph/operators';

export const bnll = elementWise({
  type: 'BNLL',
  summary: 'A smooth ReLU (softplus): `y = log(1 + exp(x))`.',
  // Its gradient reads the bottom.
  inPlace: { spoils: () => 'gradient', keeps: () => 'nothing' },
  onnx: (x) => unary('Softplus', x),
  neuron: () => ({ value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), slope: sigmoidOf, rising: true }),
});
