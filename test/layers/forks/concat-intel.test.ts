/** With `per_fla_fuse`, Intel's Concat joins vectors: the bottoms may differ in height and width. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Concat',
  [
    ['1×24×38×38, 1×24×19×19', 'axis: 1 per_fla_fuse: true', '1×43320×1×1'],
    ['1×4×2×2, 1×3×5×1', 'per_fla_fuse: true', '1×31×1×1'],
    ['1×4×2×2, 2×4×2×2', 'per_fla_fuse: true', '? ! layer/concat-shapes-differ b1'],
    ['1×4×2×2, 1×4', 'per_fla_fuse: true', '? ! layer/axes-differ b1'],
    ['1×4×2×2, 1×4×3×3', 'per_fla_fuse: true engine: CAFFE', '? ! layer/concat-shapes-differ b1'],
    ['1×4×2×2, 1×4×2×2', 'axis: 2 per_fla_fuse: true', '1×4×4×2'],
    ['1×4×2×2, 1×3×2×2', '', '1×7×2×2'],
  ],
  'intel',
);
