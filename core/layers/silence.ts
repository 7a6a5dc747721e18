/** No top: it reads its bottoms so that they are not outputs of the net. Source: silence_layer.cpp. */
import type { LayerRule, SetUpResult } from '../net/rules';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';

const nothing: SetUpResult = { tops: [], params: [], problems: [] };

export const silence: LayerRule = {
  type: 'Silence',
  summary: 'Takes any number of bottoms and ignores them, so that they are not printed as outputs of the net.',
  arity: { bottoms: { min: 1 }, tops: { max: 0 } },
  macs: noMacs,
  window: samePlace,
  onnx: () => [],
  setUp: () => nothing,
};
