/** filter_layer.cpp: all items pass at set-up; the last bottom is the selector, one value an item. */
import { layerTable } from '../support/layer-table';

layerTable('Filter', [
  ['4×3, 4', '', '4×3'],
  ['4×3, 4×2×2, 4×1', '', '4×3, 4×2×2'],
  ['4×3, 4×2', '', '4×3 ! layer/selector-shape b1'],
  ['4×3, 5', '', '4×3 ! layer/first-dimensions-differ b0'],
  ['4×3, scalar', '', '4×3 ! layer/scalar-bottom b1'],
  ['4×3, 4', '', '4×3, ? ! layer/filter-tops y1'],
  ['0×3, 0', '', '0×3 ! layer/empty-bottom b1'],
]);
