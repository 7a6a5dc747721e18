import type { rename as english } from '../en/rename';

export const rename: Readonly<Record<keyof typeof english, string>> = {
  nothing: '这里只能重命名 blob、层和共享的 param。',
  empty: '名称不能为空：Caffe 会当作没有设置。',
  'line-break': '名称不能包含换行符。',
  'blob-taken': '第 {line} 行已有名为“{name}”的 blob；网络会连接到它。',
  'layer-taken': '第 {line} 行已有名为“{name}”的层；训练好的权重按名称复制。',
  'param-taken': '第 {line} 行已有名为“{name}”的 param；两者的 blob 会共享。',
  'too-many-uses': '此名称使用了 {count} 次；最多能列出 {limit} 处。',
};
