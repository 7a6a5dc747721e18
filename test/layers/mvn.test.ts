/** mvn_layer.cpp: always four axes. */
import { layerTable } from '../support/layer-table';

layerTable('MVN', [
  ['2×3', '', '2×3×1×1'],
  ['2×3×4×5', 'across_channels: true', '2×3×4×5'],
  ['2×3×4×5×6', '', '? ! layer/legacy-axes b0'],
]);
