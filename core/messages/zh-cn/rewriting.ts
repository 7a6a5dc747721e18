import type { rewriting as english } from '../en/rewriting';

export const rewriting: Readonly<Record<keyof typeof english, string>> = {
  unformatted: '{path} 未格式化。',
  'not-utf-8': '{path} 不是 UTF-8，未作改动。',
  unwritable: '无法写入 {path}：{reason}。',
  broken: '{path} 有语法错误；含有错误的部分未作改动。',
};
