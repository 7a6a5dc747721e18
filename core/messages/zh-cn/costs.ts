import type { costSentences as english } from '../en/costs';

export const costSentences: Readonly<Record<keyof typeof english, string>> = {
  params: '{count} 个参数',
  paramsOfAll: '{count} 个参数（占网络的 {percent}%）',
  macs: '{count} 次乘加',
  macsOfAll: '{count} 次乘加（占网络的 {percent}%）',
  memory: '各 top 占 {size}',
  field: '在输入中的感受野：{size}。',
  fieldStride: '在输入中的感受野：{size}，步长 {stride}，起点 {start}。',
  hintParams: '{count} 个参数',
  hintMacs: '{count} 次乘加',
};
