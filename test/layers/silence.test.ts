/** silence_layer.hpp: no tops, whatever the bottoms. */
import { layerTable } from '../support/layer-table';

layerTable('Silence', [
  ['2×3', '', ''],
  ['2×3, scalar', '', ''],
]);
