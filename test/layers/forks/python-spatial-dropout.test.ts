/** spatial_dropout.py of ENet; any other class is unknown. */
import { layerTable } from '../../support/layer-table';

const rows = [
  ['2×3×4×5', 'module: "spatial_dropout" layer: "SpatialDropoutLayer"', '2×3×4×5'],
  ['2×3×4×5', 'module: "mine" layer: "SpatialDropoutLayer"', '?'],
  ['2×3×4×5', 'module: "" layer: "SpatialDropoutLayer"', '? ! layer/python-class ""'],
] as const;

layerTable('Python', rows, 'segnet-cudnn5');
layerTable('Python', rows, 'enet');
