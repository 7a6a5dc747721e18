import type { dataProblems } from '../../problems/data';
import type { Sentences } from '../sentences';

export const data: Sentences<typeof dataProblems> = {
  'data/unknown-record-shape': '文件里没有 {layer} 所读记录的形状。请加注释写出，如 `# prototxt: datum 3x256x256`。',
  'data/mean-file-and-value': '`mean_file` 与 `mean_value` 不能并用。请删去一个。',
  'data/mean-value-count': '{channels} 个通道写了 {found} 个 `mean_value`。请写一个共用，或每个通道一个。',
  'data/crop-too-large': '裁剪大小（{crop}）大于记录的 {axis}（{size}）。请减小裁剪，或用更大的记录。',
  'data/batch-size': '`batch_size`（{size}）必须大于 0。请写出每次迭代的记录数。',
  'data/half-of-size': '`new_height`（{height}）与 `new_width`（{width}）必须都大于 0，或都不写。请都写上，或都删去。',
  'data/window-crop': 'WindowData 需要大于 0 的 `crop_size`，现为 {crop}。请在 `transform_param` 中写出 `crop_size`。',
  'data/memory-sizes':
    'MemoryData 的 `{name}`（{value}）必须大于 0。请在 `memory_data_param` 中写出 `batch_size`、`channels`、`height` 和 `width`。',
  'data/no-transform': '{type} 不变换数据，Caffe 拒绝 `transform_param`。请删去 `transform_param`。',
  'data/no-file': '`{name}` 为空，Caffe 没有可打开的文件。请在 `{name}` 中写出文件路径。',
  'data/no-prefetch': '没有可预取的批次，第一次 Forward 会永远等待。请把 `prefetch` 设为 1 或更大，或删去它。',
};
