/** Every top is the bottom. Caffe also inserts Splits where a blob has more than one reader: split_layer.cpp. */
import type { LayerRule } from '../net/rules';
import { refuseInPlace } from './shared/in-place';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { added } from '../moments/gradient';

export const split: LayerRule = {
  type: 'Split',
  summary:
    'Passes a blob to several readers; Caffe inserts it automatically where needed. Tops: the shape of the bottom.',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1 } },
  macs: noMacs,
  window: samePlace,
  sharesBottom: true,
  copies: true,
  onnx: ({ layer, bottoms: [x] }) => (x ? layer.tops.map(() => x) : []),
  setUp({ layer, bottoms }) {
    const shape = bottoms[0] ?? null;
    return {
      tops: layer.tops.length === 1 ? bottoms : layer.tops.map(() => shape),
      params: [],
      problems: refuseInPlace(layer),
    };
  },
  moments: ({ layer, bottoms: [bottom = null] }) =>
    bottom && {
      tops: layer.tops.map(() => bottom),
      backward: (tops) => {
        const arrived = tops.filter((gradient) => gradient !== null);
        return [arrived.length > 0 ? added(arrived) : null];
      },
    },
};
