/** Layers that keep the shape of their bottoms and check nothing. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Reverse',
  [
    ['2×3×4×5', '', '2×3×4×5'],
    ['scalar', '', 'scalar'],
  ],
  'mobile',
);

layerTable('SeLuDropout', [['2×3', '', '2×3']], 'soeaver');

layerTable('Gather', [['2×3, 4', '', '2×3, 4']], 'tsn');

layerTable('Scatter', [['2×3', '', '2×3']], 'tsn');

layerTable('RegionLoss', [['2×3, 4', '', 'scalar']], 'intel');
