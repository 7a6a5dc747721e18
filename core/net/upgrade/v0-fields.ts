/** Where the fields of a V0 layer moved to, which depends on its type (UpgradeV0LayerParameter). */

/** Message and field of V1. */
export interface Place {
  readonly param: string;
  readonly field: string;
}

/** Undefined where Caffe drops the field because the type does not use it, which it only logs. */
export function placeOfV0(field: string, type: string): Place | undefined {
  const renamed = transforms[field];
  if (renamed !== undefined) return { param: 'transform_param', field: renamed };
  const move = moves[field];
  const param = paramOfType[type];
  return move && param !== undefined && move.types.includes(type) ? { param, field: move.to ?? field } : undefined;
}

/** These move to `transform_param` for any type. */
const transforms: Readonly<Record<string, string>> = {
  scale: 'scale',
  meanfile: 'mean_file',
  cropsize: 'crop_size',
  mirror: 'mirror',
};

const paramOfType: Readonly<Record<string, string>> = {
  concat: 'concat_param',
  conv: 'convolution_param',
  data: 'data_param',
  dropout: 'dropout_param',
  hdf5_data: 'hdf5_data_param',
  images: 'image_data_param',
  infogain_loss: 'infogain_loss_param',
  innerproduct: 'inner_product_param',
  lrn: 'lrn_param',
  pool: 'pooling_param',
  window_data: 'window_data_param',
};

interface Move {
  readonly types: readonly string[];
  /** Default: the name is unchanged. */
  readonly to?: string;
}

const filled: Move = { types: ['conv', 'innerproduct'] };
const lrn: Move = { types: ['lrn'] };
const windowed = (to: string): Move => ({ types: ['window_data'], to });

const moves: Readonly<Record<string, Move>> = {
  num_output: filled,
  biasterm: { ...filled, to: 'bias_term' },
  weight_filler: filled,
  bias_filler: filled,
  pad: { types: ['conv', 'pool'] },
  kernelsize: { types: ['conv', 'pool'], to: 'kernel_size' },
  group: { types: ['conv'] },
  stride: { types: ['conv', 'pool'] },
  pool: { types: ['pool'] },
  dropout_ratio: { types: ['dropout'] },
  local_size: lrn,
  alpha: lrn,
  beta: lrn,
  k: lrn,
  source: { types: ['data', 'hdf5_data', 'images', 'window_data', 'infogain_loss'] },
  batchsize: { types: ['data', 'hdf5_data', 'images', 'window_data'], to: 'batch_size' },
  rand_skip: { types: ['data', 'images'] },
  shuffle_images: { types: ['images'], to: 'shuffle' },
  new_height: { types: ['images'] },
  new_width: { types: ['images'] },
  concat_dim: { types: ['concat'] },
  det_fg_threshold: windowed('fg_threshold'),
  det_bg_threshold: windowed('bg_threshold'),
  det_fg_fraction: windowed('fg_fraction'),
  det_context_pad: windowed('context_pad'),
  det_crop_mode: windowed('crop_mode'),
};
