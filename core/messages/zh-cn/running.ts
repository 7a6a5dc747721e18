import type { runningSentences as english } from '../en/running';

export const runningSentences: Readonly<Record<keyof typeof english, string>> = {
  rejected: 'Caffe 在 {state} 下拒绝 {path}：{message}',
  failed: '无法运行 {path}：{reason}',
  'no-memory': '所需内存超出现有内存。请试用较小的 batch',
  stopped: '层 {layer}（{type}）及依赖它的层没有运行：{reason}',
  lost: '从层 {layer}（{type}）起向前的梯度未知：{reason}',
  broken: '导出的文件无法运行，已丢弃：{reason}',
  measured: '实测：均值 {mean}，标准差 {std}（种子 {seed}）',
  'measured-before': '最近一次编辑之前实测：均值 {mean}，标准差 {std}（种子 {seed}）',
};
