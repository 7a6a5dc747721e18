/** parameter_layer.hpp: a top that is a blob of its own. */
import { layerTable } from '../support/layer-table';

layerTable('Parameter', [
  ['', 'shape { dim: 3 dim: 4 }', '3×4 | 3×4'],
  ['', 'shape {}', 'scalar | scalar'],
  ['', '', 'scalar | scalar'],
]);
