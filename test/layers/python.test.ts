/** python_layer.hpp: what its code makes is not known. */
import { layerTable } from '../support/layer-table';

layerTable('Python', [
  ['2×3', 'module: "m" layer: "L"', '?'],
  ['2×3', 'module: "m" layer: "L"', '?, ?'],
  ['2×3', 'layer: "L"', '? ! layer/python-class python_param'],
]);
