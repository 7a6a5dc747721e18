/** conv_dw_layer.cpp: a filter a channel, whatever num_output and group say; depthwise_conv_layer.cpp is Convolution. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ConvolutionDepthwise',
  [
    ['1×6×8×8', 'kernel_size: 3 stride: 2 bias_term: false', '1×6×3×3 | 6×1×3×3'],
    ['1×6×8×8', 'num_output: 12 group: 2 kernel_size: 3 pad: 1', '1×6×8×8 | 6×1×3×3, 6'],
    ['1×6×9×9', 'kernel_size: 3 dilation: 2 bias_term: false', '1×6×5×5 | 6×1×3×3'],
    ['1×6×8×7', 'kernel_h: 3 kernel_w: 2 bias_term: false', '1×6×6×6 | 6×1×3×2'],
    ['1×6×8×8×8', 'kernel_size: 3', '? | 6×1×3×3, 6 ! layer/legacy-axes b0'],
  ],
  'mobile',
);

layerTable(
  'DepthwiseConvolution',
  [
    ['1×6×8×8', 'num_output: 6 group: 6 kernel_size: 3 bias_term: false', '1×6×6×6 | 6×1×3×3'],
    ['1×6×8×8', 'num_output: 12 group: 2 kernel_size: 3', '1×12×6×6 | 12×3×3×3, 12'],
  ],
  'mobile',
);
