import type { fillerProblems } from '../../problems/filler';
import type { Sentences } from '../sentences';

export const filler: Sentences<typeof fillerProblems> = {
  'filler/unknown-type': '未知的 filler 类型 {type}。此 Caffe 有 {types}。',
  'filler/sparse-unsupported':
    '{type} 不支持 `sparse: {sparse}`，只有 gaussian 支持。请删去 `sparse`，或改用 gaussian。',
  'filler/sparse-below': '`sparse`（{sparse}）必须为 -1 或更大。请用 -1 关闭，或删去它。',
  'filler/sparse-too-large':
    '`sparse: {sparse}` 保留值的概率为 {sparse} / {outputs} = {density}，大于 1。请用至多 {outputs}。',
  'filler/range-reversed': 'uniform 要求 `min`（{min}）不大于 `max`（{max}）。请交换二者，或修改其一。',
  'filler/std-not-positive': 'gaussian 需要大于 0 的 `std`，现为 {std}。所有值都相同请用 constant。',
  'filler/bilinear-axes': 'bilinear 需要 4 个轴的 blob，而此 blob 有 {axes} 个（{shape}）。请用其他 filler。',
  'filler/bilinear-not-square': 'bilinear 需要正方形的核，而此核为 {height}×{width}。请改为正方形，或用其他 filler。',
  'filler/empty-blob': '{type} 不能填充没有值的 blob（{shape}）。请把 `num_output` 设为 1 或更大。',
  'filler/no-axes': '{type} 需要有轴的 blob，而此 blob 是单个值。请用 constant、uniform 或 gaussian。',
  'filler/rejected-later':
    'Caffe 在第一次 Forward 时中止，此 {type} filler 到那时才运行。请用其他 filler，或修改 {type} 所拒绝的字段。',
  'filler/dead-field': '`{name}` 不起作用：{type} 从不读取它。请删去它。',
};
