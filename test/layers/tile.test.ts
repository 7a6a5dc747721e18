/** tile_layer.cpp: the axis times tiles. */
import { layerTable } from '../support/layer-table';

layerTable('Tile', [
  ['2×3', 'tiles: 4', '2×12'],
  ['2×3', 'axis: 0 tiles: 2', '4×3'],
  ['2×3×4', 'axis: -1 tiles: 2', '2×3×8'],
  ['2×3', '', '? ! layer/tiles-missing Tile'],
  ['2×3', 'tiles: 0', '? ! layer/tiles-not-positive 0'],
  ['2×3', 'axis: 2 tiles: 2', '? ! layer/axis-out-of-range 2'],
]);
