/** shuffle_channel_layer.cpp of ShuffleNet's ports: four axes; whether the groups are alike shows in Forward only. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ShuffleChannel',
  [
    ['2×6×4×5', 'group: 3', '2×6×4×5'],
    ['2×6', 'group: 3', '2×6×1×1'],
    ['2×6', 'group: 4', '2×6×1×1'],
    ['2×6', 'group: 0', '? ! fork/field-bound 0'],
  ],
  'mobile',
);
