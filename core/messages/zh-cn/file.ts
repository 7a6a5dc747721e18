import type { fileProblems } from '../../problems/file';
import type { Sentences } from '../sentences';

export const file: Sentences<typeof fileProblems> = {
  'file/unreadable': '无法读取 {path}：{reason}。',
  'file/too-large': '此文本有 {length} 个字符，超过 {limit} 个的文本不作检查。请拆分网络，或把权重移到 .caffemodel。',
};
