/** box_annotator_ohem_layer.cpp of R-FCN: regions, losses and labels, then weights of as many places. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'BoxAnnotatorOHEM',
  [
    ['6×5, 6×1, 6×1, 6×8', 'roi_per_img: 2', '6×1×1×1, 6×8×1×1'],
    ['6×5×2×2, 6×1×2×2, 6×1×2×2, 6×8×2×2', 'roi_per_img: 2', '6×1×2×2, 6×8×2×2'],
    ['6×4, 6×1, 6×1, 6×8', 'roi_per_img: 2', '?, ? ! fork/bottom-size b0'],
    ['6×5, 7×1, 6×1, 6×8', 'roi_per_img: 2', '?, ? ! fork/bottoms-differ b1'],
    ['6×5, 6×1, 6×2, 6×8', 'roi_per_img: 2', '?, ? ! fork/bottom-size b2'],
    ['6×5, 6×1, 6×1, 5×8', 'roi_per_img: 2', '?, ? ! fork/bottoms-differ b3'],
    ['6×5, 6×1, 6×1, 6×8', 'roi_per_img: 0', '?, ? ! fork/field-bound 0'],
  ],
  'rfcn',
);
