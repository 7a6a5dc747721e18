/** y = log(1 + eˣ), the binomial normal log likelihood: bnll_layer.cpp. */
import { elementWise } from './element-wise';

export const bnll = elementWise({
  type: 'BNLL',
  summary: 'A smooth ReLU (softplus): `y = log(1 + exp(x))`.',
});
