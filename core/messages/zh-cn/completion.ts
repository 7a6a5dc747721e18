import type { completionWords as english } from '../en/completion';

export const completionWords: Readonly<Record<keyof typeof english, string>> = {
  layer: '层',
  filler: 'filler',
  default: '默认',
  'directive-state': '检查和显示此网络所用的状态、记录的形状、起始的权重，或所针对的 Caffe。',
  'directive-line': '按代码不再提示下一行的问题。`--` 之后写原因。',
  'directive-file': '按代码不再提示整个文件的问题。`--` 之后写原因。',
  'directive-weights': '网络起始所用的权重文件。',
  'directive-datum': '数据层一条记录的通道 × 高 × 宽。',
};
