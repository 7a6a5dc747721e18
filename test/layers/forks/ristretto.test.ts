/** Ristretto's layers: the shapes of BVLC's. */
import { layerTable } from '../../support/layer-table';

const quantized = 'quantization_param { precision: DYNAMIC_FIXED_POINT bw_layer_in: 8 fl_params: 3 }';

layerTable(
  'ConvolutionRistretto',
  [['1×3×8×8', `${quantized} convolution_param { num_output: 4 kernel_size: 3 }`, '1×4×6×6 | 4×3×3×3, 4']],
  'ristretto',
);
layerTable(
  'DeconvolutionRistretto',
  [['1×3×4×4', `${quantized} convolution_param { num_output: 4 kernel_size: 2 stride: 2 }`, '1×4×8×8 | 3×4×2×2, 4']],
  'ristretto',
);
layerTable(
  'FcRistretto',
  [['2×3×4×4', `${quantized} inner_product_param { num_output: 5 }`, '2×5 | 5×48, 5']],
  'ristretto',
);
layerTable('LRNRistretto', [['2×3×4×4', `${quantized} lrn_param { local_size: 3 }`, '2×3×4×4']], 'ristretto');
