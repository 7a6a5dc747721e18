/** upsample_layer.cpp of SegNet: upsample_h × upsample_w, or the size times scale, one less with pad_out. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Upsample',
  [
    ['1×2×3×4, 1×2×3×4', 'scale: 2', '1×2×6×8'],
    ['1×2×3×4, 1×2×3×4', 'scale_h: 2 scale_w: 3', '1×2×6×12'],
    ['1×2×3×4, 1×2×3×4', 'upsample_h: 5 upsample_w: 7', '1×2×5×7'],
    ['1×2×3×4, 1×2×3×4', 'scale: 2 pad_out_h: true', '1×2×5×8'],
    ['1×2×3×4, 1×2×3×5', 'scale: 2', '? ! fork/bottoms-differ b1'],
    ['2×3×4, 2×3×4', 'scale: 2', '? ! layer/four-axes b0 ! layer/four-axes b1'],
    ['1×2×3×4, 1×2×3×4', 'scale_h: 2', '? ! layer/half-of-pair 2'],
    ['1×2×3×4, 1×2×3×4', 'scale: 2 scale_h: 2 scale_w: 2', '? ! fork/fields-exclude 2'],
    ['1×2×3×4, 1×2×3×4', 'upsample_h: 1 upsample_w: 7', '? ! fork/field-bound 1'],
    ['1×2×3×4, 1×2×3×4', 'scale: 1', '? ! fork/field-bound 1'],
    ['1×2×3×4, 1×2×3×4', 'scale: 3 pad_out_h: true', '? ! fork/field-bound true'],
  ],
  'segnet',
);
