import type { costSentences as english } from '../en/costs';

export const costSentences: Readonly<Record<keyof typeof english, string>> = {
  params: '各 blob 共 {count} 个值',
  paramsOfAll: '各 blob 共 {count} 个值，占网络的 {percent} %',
  macs: '{count} 次乘加',
  macsOfAll: '{count} 次乘加，占网络的 {percent} %',
  memory: '各 top 占 {size}',
  field: '感受野 {size}：top 的一个值所看到的输入。',
  fieldStride: '感受野 {size}，步长 {stride}，从 {start} 开始：top 的一个值所看到的输入。',
  hintParams: '{count} 个参数',
  hintMacs: '{count} 次乘加',
};
