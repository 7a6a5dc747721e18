import type { costSentences as english } from '../en/costs';

export const costSentences: Readonly<Record<keyof typeof english, string>> = {
  params: '{count} 个参数',
  macs: '{count} 次乘加',
  macsOfBatch: '{macs}（批大小 {batch}）',
  field: '感受野 {size}',
  fieldStride: '感受野 {size}，步长 {stride}',
  paramsOfAll: '占网络参数的 {percent}%',
  macsOfAll: '占网络乘加的 {percent}%',
  memory: '各 top 占 {size}',
  hintParams: '{count} 个参数',
  hintMacs: '{count} 次乘加',
};
