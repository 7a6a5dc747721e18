import type { pairingSentences as english } from '../en/pairing';

export const pairingSentences: Readonly<Record<keyof typeof english, string>> = {
  loaded: '从 {file} 载入。',
  absent: '{file} 中没有：由其 filler 初始化。',
  'absent-alone': '{file} 中没有：由层自身初始化。',
  'blob-count': 'Caffe 会中止：{file} 中有 {found} 个 blob，这里有 {expected} 个。',
  shape: 'Caffe 会中止：{blob} 在 {file} 中为 {found}，这里为 {expected}。',
  axes: 'Caffe 会中止：{blob} 在 {file} 中超过 {limit} 个轴。',
  'value-count': 'Caffe 会中止：{blob} 在 {file} 中有 {found} 个值，而其中的形状需要 {expected} 个。',
  unknown: '{file} 中有；这里的形状未知，因此无法比较。',
  ignored: '{file} 中有而此网络没有，Caffe 会忽略：{layers}。',
};
