import type { fileProblems } from '../../problems/file';
import type { Sentences } from '../sentences';

export const file: Sentences<typeof fileProblems> = {
  'file/unreadable': '无法读取 {path}：{reason}。',
  'file/too-large':
    '此文本有 {length} 个字符，超过 {limit} 个的文本不作检查：Caffe 可能接受，也可能拒绝。若要供人阅读，请拆分网络。',
};
