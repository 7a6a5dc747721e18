import type { journal as english } from '../en/journal';

export const journal: Readonly<Record<keyof typeof english, string>> = {
  started: 'Prototxt Lens {version} 已启动。',
  settings: '设置：{settings}',
  'settings-default': '设置：均为默认值',
  caffe: '{file}：{why}',
  'proto-read': '已读取 {path}。',
  'proto-broken': '{path}:{line}: {reason}',
  'proto-unreadable': '无法读取 {path}：{reason}。',
};
