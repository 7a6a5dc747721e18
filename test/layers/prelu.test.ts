/** prelu_layer.cpp: a slope a channel, or one for all. */
import { layerTable } from '../support/layer-table';

layerTable('PReLU', [
  ['2×3×4', '', '2×3×4 | 3'],
  ['2×3×4', 'channel_shared: true', '2×3×4 | scalar'],
  ['2×3', 'top: "b0"', '2×3 | 3'],
  ['2', '', '? | ? ! layer/no-channels b0'],
  ['2×3', 'param { lr_mult: 1 } prelu_param { filler { type: "constant" value: 0.1 } }', '2×3 | 3'],
]);
