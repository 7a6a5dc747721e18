import type { dataProblems } from '../../problems/data';
import type { Sentences } from '../sentences';

export const data: Sentences<typeof dataProblems> = {
  'data/unknown-record-shape': '文件里没有 {layer} 所读记录的形状：请用注释写出，`# prototxt: datum 3x256x256`。',
  'data/mean-file-and-value':
    '不能同时指定 mean_file 和 mean_value（Cannot specify mean_file and mean_value at the same time）：请删去一个。',
  'data/mean-value-count': 'mean_value 要么一个，要么与通道数一样多：{channels} 个通道写了 {found} 个值。',
  'data/crop-too-large': '记录的 {axis} 为 {size}，小于裁剪大小 {crop}：Caffe 在第一条记录处停止。',
  'data/batch-size': '`batch_size` 必须大于 0：为 {size} 时 Caffe 停止。',
  'data/half-of-size': '`new_height` 为 {height}，`new_width` 为 {width}：Caffe 要求两者都大于 0，或都不写。',
  'data/window-crop': 'WindowData 的 `transform_param` 中需要大于 0 的 `crop_size`，现为 {crop}。',
  'data/memory-sizes':
    'memory_data_param 中必须写出为正的 batch_size、channels、height 和 width：`{name}` 为 {value}。',
  'data/no-transform': '{type} 不变换数据：请删去 `transform_param`。',
  'data/no-file': '没有名称为空的文件，Caffe 打开 `{name}` 时停止：请写出路径。',
  'data/no-prefetch': '没有可预取的批次，第一次 Forward 会永远等待：请删去 `prefetch`，或用 1 以上。',
};
