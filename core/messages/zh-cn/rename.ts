import type { rename as english } from '../en/rename';

export const rename: Readonly<Record<keyof typeof english, string>> = {
  nothing: '这里只能改 blob、层和共享 param 的名称。',
  empty: '名称至少要有一个字符：空名称在 Caffe 看来等于没有写。',
  'line-break': '名称不能跨行。',
  'blob-taken': '已有名为“{name}”的 blob，在第 {line} 行：网络会连接到它。',
  'layer-taken': '已有名为“{name}”的层，在第 {line} 行：训练好的权重按名称载入。',
  'param-taken': '已有名为“{name}”的 param，在第 {line} 行：两者的 blob 会共享。',
};
