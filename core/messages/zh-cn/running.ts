import type { runningSentences as english } from '../en/running';

export const runningSentences: Readonly<Record<keyof typeof english, string>> = {
  rejected: 'Caffe 在 {state} 下拒绝 {path}：{message}',
  failed: '无法运行 {path}：{reason}',
  'no-memory': '所需内存超出现有内存。请试用较小的 batch',
  stopped: '层 {layer}（{type}）及依赖它的层没有运行：{reason}',
  lost: '从层 {layer}（{type}）起向前的梯度未知：{reason}',
  input: '{path} 不能作为输入：{reason}',
  'input-shape': '{path} 有 {found} 个值，而 {blob} 需要 {expected} 个',
  'input-type': '{path} 不是 PNG、JPEG，也不是 C 顺序的 float32、float64 或字节的 .npy',
  'input-image': '{path} 为 {width}×{height}、{channels} 个通道，不适合任何输入；请先缩放',
  'input-none': '网络没有可接收 {path} 的输入',
  broken: '导出的文件无法运行，已丢弃：{reason}',
  measured: '实测：均值 {mean}，标准差 {std}（种子 {seed}）',
  'measured-before': '最近一次编辑之前实测：均值 {mean}，标准差 {std}（种子 {seed}）',
  'found-vanishing': '消失：二阶矩为输入的 {value} 倍',
  'found-exploding': '爆炸：二阶矩为输入的 {value} 倍',
  'found-dead-channels': '{count} 个通道中有 {silent} 个在整个批次中为 0',
  'found-dead-units': '{count} 个单元中有 {silent} 个在整个批次中为 0',
  'found-saturated': '{percent} % 的值已饱和',
  'found-zero': '所有值都为 0',
  'found-not-finite': '有无穷大或非数的值',
};
